/** Pages as files. Reads style and scripts from disk, so for Node only. */
export { embed, KEYS_DIALOGUE } from './result-page.ts'
export { toHtml } from './to-html.ts'
