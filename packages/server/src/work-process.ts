/** A process of the workshop: does what the features have it do. */
import { serveFromProcess } from '@duizhao/workshop/node'
import { works } from './work.ts'

serveFromProcess(works)
