import { readPart, relationshipsOf } from '../office-package.ts'
import type { Attached } from '../source-document.ts'
import { attributeOf, childOf, childrenOf, type XmlElement } from '../xml.ts'
import type { ZipPackage } from '../zip-package.ts'
import { placeOf, type SheetCell } from './sheet-cells.ts'

/** How WPS keeps a picture in a cell: a formula that names it. */
const PICTURE_IN_CELL = /^=?(?:_xlfn\.)?DISPIMG\("([^"]{1,80})"/i

/** The notes and pictures of a sheet, from its part's relationships. Parts that cannot be read throw a `ReadingRefusal`. */
export function readAttached(zip: ZipPackage, sheetPart: string): Attached[] {
  return relationshipsOf(zip, sheetPart).flatMap(({ type, part }) => {
    if (type === 'comments') return notesIn(readPart(zip, part))
    return type === 'drawing' ? picturesIn(zip, part) : []
  })
}

/** Cells that only hold a picture, as WPS writes them, apart from the others. */
export function withoutPictures(cells: readonly SheetCell[]): { cells: readonly SheetCell[]; pictures: Attached[] } {
  const pictures = cells.flatMap(({ row, column, text }): Attached[] => {
    const [, id] = PICTURE_IN_CELL.exec(text) ?? []
    return id === undefined ? [] : [{ kind: 'picture', row, column, text: id }]
  })
  return pictures.length === 0
    ? { cells, pictures }
    : { cells: cells.filter(({ text }) => !PICTURE_IN_CELL.test(text)), pictures }
}

function notesIn(part: XmlElement | undefined): Attached[] {
  return childrenOf(childOf(part, 'commentList'), 'comment').flatMap((comment): Attached[] => {
    const place = placeOf(attributeOf(comment, 'ref') ?? '')
    const text = namedWithin(childOf(comment, 'text'), 't')
      .map((element) => element.text)
      .join('')
      .trim()
    return place === undefined ? [] : [{ kind: 'note', ...place, text }]
  })
}

function picturesIn(zip: ZipPackage, part: string): Attached[] {
  const images = new Map(relationshipsOf(zip, part).map(({ id, part: image }) => [id, zip.find(image)]))
  return (readPart(zip, part)?.children ?? []).flatMap((anchor) => {
    const from = childOf(anchor, 'from')
    const [row, column] = ['row', 'col'].map((name) => Number(childOf(from, name)?.text ?? 0))
    return namedWithin(anchor, 'blip').flatMap((blip): Attached[] => {
      const image = images.get(attributeOf(blip, 'embed') ?? '')
      // The same bytes are the same picture, wherever it stands.
      return image === undefined
        ? []
        : [{ kind: 'picture', row: row ?? 0, column: column ?? 0, text: `${image.crc}-${image.size}` }]
    })
  })
}

function namedWithin(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...namedWithin(child, name),
  ])
}
