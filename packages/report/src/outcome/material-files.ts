import { isDocumentName } from '@duizhao/engine'

/** Files programs and systems keep beside documents, hidden files, and what this program itself has written. */
const NOT_MATERIAL =
  /^(?:[.~]|~\$)|（审核意见[^）]{0,8}）\.docx$|^审核结果\.[a-z]+$|^LICENSE|^README|^(?:node_modules|__MACOSX|Thumbs\.db|desktop\.ini)$/i

/**
 * What a file or a folder met in a folder is by its name: a document, to be read or refused by its name; mentioned as
 * passed over; or nothing to speak of.
 */
export function roleOfName(name: string): 'document' | 'other' | 'nothing' {
  if (NOT_MATERIAL.test(name)) return 'nothing'
  return isDocumentName(name) ? 'document' : 'other'
}
