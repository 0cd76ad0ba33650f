import type { PaperRule } from '@duizhao/contract'
import type { PageDocument } from '@duizhao/view'

/** What the worker answers with: a document with its findings, or why nothing can be read in it. */
export type PrivateCheck =
  | { readonly page: PageDocument; readonly rules: Readonly<Record<string, PaperRule>> }
  | { readonly message: string; readonly todo: string }

/** What the worker says when it has everything it needs: from here on nothing is asked of the service. */
export const READY = 'ready'
