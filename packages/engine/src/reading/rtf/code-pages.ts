/** Encodings by the numbers of Windows' code pages. */
const CODE_PAGES: Readonly<Record<number, string>> = {
  437: 'windows-1252',
  850: 'windows-1252',
  874: 'windows-874',
  932: 'shift_jis',
  936: 'gb18030',
  949: 'euc-kr',
  950: 'big5',
  1250: 'windows-1250',
  1251: 'windows-1251',
  1252: 'windows-1252',
  1253: 'windows-1253',
  54936: 'gb18030',
  65001: 'utf-8',
}

/** Code pages by the character sets of fonts (`\fcharset`). */
const CHARACTER_SETS: Readonly<Record<number, number>> = {
  0: 1252,
  77: 1252,
  128: 932,
  129: 949,
  134: 936,
  136: 950,
  161: 1253,
  204: 1251,
  238: 1250,
}

/** The character set of symbol fonts: their bytes are signs of the font. */
export const SYMBOL_SET = 2

/** The encoding of a code page; that of Western Windows for one we do not know. */
export function encodingOf(codePage: number): string {
  return CODE_PAGES[codePage] ?? 'windows-1252'
}

/** The code page of a font's character set; undefined where the font leaves it to the document. */
export function codePageOfSet(set: number): number | undefined {
  return CHARACTER_SETS[set]
}
