/** Pages as files, and what they are made of. Reads style and scripts from disk, so for Node only. */
export { hashOf, pageAssets } from './page-assets.ts'
export { embed, KEYS_DIALOGUE } from './result-page.ts'
export { toHtml } from './to-html.ts'
