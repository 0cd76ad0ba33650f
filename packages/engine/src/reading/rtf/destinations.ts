/** What a group is for, by the control word it begins with; groups not named here are text like what is round them. */
export type Destination = 'text' | 'skipped' | 'fonts' | 'label' | 'instruction' | 'result' | 'field' | 'note' | 'box'

const SKIPPED =
  'colortbl stylesheet info pict header headerl headerr headerf footer footerl footerr footerf ftnsep ftnsepc ftncn aftnsep aftnsepc aftncn listtable listoverridetable revtbl rsidtbl themedata colorschememapping latentstyles datastore xmlnstbl nonshppict shprslt annotation nonesttables nesttableprops generator filetbl template private1 objdata objclass objname xe tc tcn'.split(
    ' ',
  )
const READ: Readonly<Record<string, Destination>> = {
  fonttbl: 'fonts',
  pntext: 'label',
  listtext: 'label',
  field: 'field',
  fldinst: 'instruction',
  fldrslt: 'result',
  footnote: 'note',
  shptxt: 'box',
  txbxcontent: 'box',
}
/** Groups that programs may pass over (`\*`) but that hold what is read: shapes round text boxes, the code of a field. */
const WORTH_READING = new Set(['shpinst', 'fldinst', 'shptxt', 'txbxcontent', 'shpgrp', 'listtext', 'pntext'])

/** The destination a control word names, or undefined if it names none. */
export function destinationOf(word: string, isOptional: boolean): Destination | undefined {
  if (isOptional && !WORTH_READING.has(word)) return 'skipped'
  if (SKIPPED.includes(word)) return 'skipped'
  return READ[word]
}
