import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pageScript } from './page-script.ts'
import type { PageAssets } from './result-page.ts'

/** The style and the script of the written page, read from this folder. */
export function pageAssets(): PageAssets {
  const style = readFileSync(new URL('./page/page.css', import.meta.url), 'utf8')
  const script = pageScript()
  return { style, script, styleHash: hashOf(style), scriptHash: hashOf(script) }
}

/** What a content security policy calls an inline style or script with this content. */
export function hashOf(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`
}
