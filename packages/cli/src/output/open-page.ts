import { spawn } from 'node:child_process'
import process from 'node:process'

/** Opens an address with the desktop's own program. That there is none, or that it fails, is no concern of ours. */
export function openPage(address: string): void {
  const hasDesktop =
    process.platform === 'win32' ||
    process.platform === 'darwin' ||
    process.env['DISPLAY'] !== undefined ||
    process.env['WAYLAND_DISPLAY'] !== undefined
  if (!hasDesktop || !process.stdout.isTTY) return
  const [program, ...args] = { win32: ['cmd', '/c', 'start', '', address], darwin: ['open', address] }[
    process.platform as string
  ] ?? ['xdg-open', address]
  if (program === undefined) return
  const opener = spawn(program, args, { detached: true, stdio: 'ignore' })
  opener.on('error', () => undefined)
  opener.unref()
}
