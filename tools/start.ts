/** `npm start`: reviews the bundled samples, says where the result is and opens it where there is a desktop. */
import { spawn, spawnSync } from 'node:child_process'
import { join, relative } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '..')
const out = join(root, 'out')
const { status } = spawnSync(
  process.execPath,
  [
    join(root, 'packages/cli/src/main.ts'),
    'review',
    'samples/materials',
    '--format',
    'html',
    '--out',
    out,
    '--fail-on',
    'never',
  ],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
)

if (status === 0 || status === 2) {
  const page = join(out, '审核结果.html')
  process.stdout.write(
    `已审核 samples/materials 里的样本，结果页在 ${relative(process.cwd(), page)}\n用浏览器打开 ${pathToFileURL(page).href}\n审核自己的材料：npx duizhao review 材料文件夹 --format html\n`,
  )
  open(page)
} else process.exitCode = 1

/** Opens the page with the desktop's own program. That there is none, or that it fails, is no concern of ours. */
function open(page: string): void {
  const hasDesktop =
    process.platform === 'win32' ||
    process.platform === 'darwin' ||
    process.env['DISPLAY'] !== undefined ||
    process.env['WAYLAND_DISPLAY'] !== undefined
  if (!hasDesktop || !process.stdout.isTTY) return
  const [program, ...args] = { win32: ['cmd', '/c', 'start', '', page], darwin: ['open', page] }[
    process.platform as string
  ] ?? ['xdg-open', page]
  if (program === undefined) return
  const opener = spawn(program, args, { detached: true, stdio: 'ignore' })
  opener.on('error', () => undefined)
  opener.unref()
}
