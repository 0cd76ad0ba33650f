export { characterMap } from './character-map.ts'
export { type ProcessLimits, processes } from './processes.ts'
export { serveFromProcess } from './serve.ts'
