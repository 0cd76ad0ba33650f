/** Extensions of what is read, without the point, for dialogs that ask for files. A .zip is read file by file. */
export const readableExtensions = [
  ...(['docx', 'docm', 'dotx', 'dotm', 'doc', 'dot', 'wps', 'wpt', 'rtf', 'odt', 'ott', 'fodt'] as const),
  ...(['pdf', 'txt', 'md', 'markdown', 'eml', 'htm', 'html', 'xml'] as const),
  ...(['xlsx', 'xlsm', 'xltx', 'xltm', 'xls', 'xlt', 'et', 'ett', 'ods', 'ots', 'fods', 'csv', 'tsv'] as const),
  'zip',
] as const

export type ReadableExtension = (typeof readableExtensions)[number]
