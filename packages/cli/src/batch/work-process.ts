/** A process of the batch. */
import { serveFromProcess } from '@duizhao/workshop/node'
import { reviewOfFile } from './work.ts'

serveFromProcess([reviewOfFile])
