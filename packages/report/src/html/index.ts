/** Pages as files. Reads its style and scripts from disk, so for Node only. */
export { toHtml } from './to-html.ts'
