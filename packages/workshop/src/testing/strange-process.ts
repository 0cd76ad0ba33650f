import { serveFromProcess } from '../node/serve.ts'
import { works } from './strange-work.ts'

serveFromProcess(works)
