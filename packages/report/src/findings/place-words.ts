import type { Place } from '@duizhao/engine'
import { placesOf } from '../outcome/places.ts'
import { fileNames } from './file-names.ts'

/** A document that was looked at: where the lines of its text are counted. */
export interface LookedAt {
  readonly path: string
  readonly text: string
}

/** A function that says where places are, a line for each file and sheet: 通知.txt 第3行、第8行; 台账.xlsx 整改台账 E6. */
export function placeWordsIn(documents: readonly LookedAt[]): (places: readonly Place[]) => string {
  const nameOf = fileNames(documents.map(({ path }) => path))
  const lines = new Map<string, ReturnType<typeof placesOf>>()
  const lineOf = (path: string, offset: number): number => {
    const known = lines.get(path) ?? placesOf(documents.find((each) => each.path === path)?.text ?? '')
    lines.set(path, known)
    return known(offset).line
  }
  const partsOf = (place: Place): { readonly where: string; readonly at: string } => {
    const name = nameOf(place.path)
    if (place.kind === 'file') return { where: name, at: '' }
    if (place.kind === 'text') return { where: name, at: `第${lineOf(place.path, place.start)}行` }
    const isRow = place.column === null || place.address === undefined
    return { where: `${name} ${place.sheet}`, at: isRow ? `第${place.row + 1}行` : place.address }
  }
  return (places) =>
    [...Map.groupBy(places.map(partsOf), ({ where }) => where)]
      .map(([where, own]) => `${where} ${[...new Set(own.map(({ at }) => at))].join('、')}`.trim())
      .join('\n')
}
