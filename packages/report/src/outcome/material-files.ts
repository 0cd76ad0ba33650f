import { isDocumentName } from '@duizhao/engine'

/** Files programs and systems keep beside documents, hidden files, and what this program itself has written. */
const NOT_MATERIAL =
  /^(?:[.~]|~\$)|（审核意见[^）]{0,8}）\.docx$|^审核结果\.[a-z]+$|^LICENSE|^README|^(?:node_modules|__MACOSX|Thumbs\.db|desktop\.ini)$/i

/** A document, to be read or refused by its name; mentioned as passed over; or nothing to speak of. */
type Role = 'document' | 'other' | 'nothing'

/** What a file or a folder met in a folder is by its name. */
export function roleOfName(name: string): Role {
  if (NOT_MATERIAL.test(name)) return 'nothing'
  return isDocumentName(name) ? 'document' : 'other'
}

/** The same by the way to it from a folder or into an archive: what lies in a folder of no matter is of none. */
export function roleOfPath(path: string): Role {
  const roles = path.split('/').map(roleOfName)
  return roles.includes('nothing') ? 'nothing' : (roles.at(-1) ?? 'nothing')
}
