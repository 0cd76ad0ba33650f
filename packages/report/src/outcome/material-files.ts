const DOCUMENT_ENDING = /\.(?:docx|doc|wps|pdf|txt|md|markdown|xlsx)$/i

/** Files Word and WPS keep beside an open document, hidden files, and what this program itself has written. */
const NOT_MATERIAL = /^(?:[.~]|~\$)|（审核意见[^）]{0,8}）\.docx$|^审核结果\.[a-z]+$|^LICENSE|^README|^node_modules$/

/** What a file or a folder met in a folder is by its name: read, mentioned as passed over, or nothing to speak of. */
export function roleOfName(name: string): 'document' | 'other' | 'nothing' {
  if (NOT_MATERIAL.test(name)) return 'nothing'
  return DOCUMENT_ENDING.test(name) ? 'document' : 'other'
}
