import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { pageScript } from './page-script.ts'

/** The style and the script of the written page, with the hashes its content security policy names them by. */
export interface PageAssets {
  readonly style: string
  readonly script: string
  /** As in `sha256-…`. */
  readonly styleHash: string
  readonly scriptHash: string
}

/** The style of the frame first, then that of a document: what stands later in it holds. */
const STYLES = ['page.css', 'document.css'] as const

/** The style and the script of the written page. */
export function pageAssets(): PageAssets {
  const style = STYLES.map((name) => readFileSync(new URL(`../${name}`, import.meta.url), 'utf8')).join('')
  const script = pageScript()
  return { style, script, styleHash: hashOf(style), scriptHash: hashOf(script) }
}

/** What a content security policy calls an inline style or script with this content. */
export function hashOf(content: string): string {
  return `sha256-${createHash('sha256').update(content).digest('base64')}`
}
