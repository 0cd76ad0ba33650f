/**
 * `npm start`: builds the web application if it is not fresh, and starts the service; the first time with a fictional
 * city in it, or with `-- --empty` without.
 */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import process from 'node:process'
import { freshWeb } from './web.ts'

await freshWeb()
const given = process.argv.slice(2)
const city = given.includes('--empty') ? [] : ['--with-sample-city']
const rest = given.filter((argument) => argument !== '--empty')
const main = join(import.meta.dirname, '../packages/cli/src/main.ts')
const service = spawn(process.execPath, [main, 'serve', '--open', ...city, ...rest], { stdio: 'inherit' })
process.on('SIGINT', () => undefined)
process.on('SIGTERM', () => service.kill('SIGTERM'))
service.on('close', (code) => process.exit(code ?? 1))
