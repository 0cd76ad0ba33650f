import { spawnSync } from 'node:child_process'
import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import process from 'node:process'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const PACKAGES = ['chromium', 'fonts-noto-cjk']

/**
 * The path of a Chromium-based browser, installed from Debian's packages together with Chinese fonts if there is none
 * and we may. Throws an error that says what to do otherwise.
 */
export function requireChromium(): string {
  const found = findChromium()
  if (found !== null && hasChineseFonts()) return found
  if (process.getuid?.() === 0 && onPath('apt-get') !== null) install()
  const installed = findChromium()
  if (installed !== null) return installed
  throw new Error(
    '页面测试需要 Chromium 浏览器和中文字体。Debian、Ubuntu 请运行 sudo apt-get install chromium fonts-noto-cjk，其他系统请安装 Chrome 或 Edge，再运行 npm test。',
  )
}

function findChromium(): string | null {
  return NAMES.map(onPath).find((path) => path !== null) ?? null
}

function onPath(name: string): string | null {
  for (const folder of (process.env['PATH'] ?? '').split(delimiter)) {
    const path = join(folder, name)
    try {
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // Not here; the next folder may have it.
    }
  }
  return null
}

/** True also where fontconfig is not there to be asked. */
function hasChineseFonts(): boolean {
  const { status, stdout } = spawnSync('fc-list', [':lang=zh-cn', 'family'], { encoding: 'utf8' })
  return status !== 0 || stdout.trim() !== ''
}

function install(): void {
  process.stderr.write('正在安装页面测试用的浏览器和中文字体……\n')
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const step of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES],
  ]) {
    spawnSync('apt-get', step, { stdio: ['ignore', 2, 2], env: environment })
  }
}
