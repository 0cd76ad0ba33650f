/** A passage as a cell of the column 出自 names it: in what it stands, and the words that stand there. */
export interface OriginWords {
  /** 《…》第 2 版, or the name of a record; empty where the cell names nothing. */
  readonly named: string
  readonly words: string
}

/** One passage in a line of a cell: 《…》第 2 版：“…”; without a name its words alone. */
export function originInWords({ named, words }: OriginWords): string {
  return named === '' ? words : `${named}：“${words}”`
}

/** The passages of a cell, in their order: as `originInWords` writes them, and what is written otherwise as it stands. */
export function originsIn(cell: string): OriginWords[] {
  const lines = cell.split(/(?<=”)\n(?=[^\n]*：“)/u)
  return lines.flatMap((line) => {
    const [, named, words] = /^([^\n]*?)：“(.+)”$/su.exec(line.trim()) ?? []
    const entry = named === undefined || words === undefined ? { named: '', words: line.trim() } : { named, words }
    return entry.words.trim() === '' ? [] : [entry]
  })
}

/** Which version of which paper a name is; null for what names no version. */
export function versionNamed(named: string): { readonly title: string; readonly ordinal: number } | null {
  const [, title, ordinal] = /^《(.+)》第\s*(\d{1,4})\s*版$/u.exec(named.trim()) ?? []
  return title === undefined || ordinal === undefined ? null : { title, ordinal: Number(ordinal) }
}

/** Where words stand in a text, line breaks and blanks written as they may be; null unless just once. */
export function onlyPlaceOf(words: string, text: string): { readonly begins: number; readonly ends: number } | null {
  const parts = words.trim().split(/\s+/u)
  const pattern = new RegExp(parts.map((part) => part.replaceAll(/[\\^$.*+?()[\]{}|/-]/gu, '\\$&')).join('\\s+'), 'gu')
  const [first, second] = text.matchAll(pattern)
  return first === undefined || second !== undefined
    ? null
    : { begins: first.index, ends: first.index + first[0].length }
}
