/** What the build of the page needs to know. The page itself begins in main.ts. */
export { EMBEDDED, type Facts } from './frame/embedded.ts'
export { FRAME } from './frame/frame.ts'
