/** `npm start`: builds the web application if it is not fresh, and starts the service. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { freshWeb } from './web.ts'

await freshWeb()
const main = join(import.meta.dirname, '../packages/cli/src/main.ts')
const service = spawn(process.execPath, [main, 'serve', '--open', ...process.argv.slice(2)], { stdio: 'inherit' })
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => service.kill('SIGTERM'))
service.on('close', (code) => process.exit(code ?? 1))
