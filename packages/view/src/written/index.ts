/** The style and the script of the views, to be written into a page. Reads them from disk, so for Node only. */
export { hashOf, type PageAssets, pageAssets } from './page-assets.ts'
