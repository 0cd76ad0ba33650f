import type { Place } from '@duizhao/engine'
import { placesOf } from '../outcome/places.ts'
import { fileNames } from './file-names.ts'

/** A document that was looked at: where the lines of its text are counted. */
export interface LookedAt {
  readonly path: string
  readonly text: string
}

/** A function that says where a place is: 通知.txt 第3行, 台账.xlsx 整改台账 E6, or the name of the whole file. */
export function placeWordsIn(documents: readonly LookedAt[]): (place: Place) => string {
  const nameOf = fileNames(documents.map(({ path }) => path))
  const lines = new Map<string, ReturnType<typeof placesOf>>()
  const lineOf = (path: string, offset: number): number => {
    const known = lines.get(path) ?? placesOf(documents.find((each) => each.path === path)?.text ?? '')
    lines.set(path, known)
    return known(offset).line
  }
  return (place) => {
    const name = nameOf(place.path)
    if (place.kind === 'file') return name
    if (place.kind === 'text') return `${name} 第${lineOf(place.path, place.start)}行`
    const isRow = place.column === null || place.address === undefined
    return `${name} ${place.sheet} ${isRow ? `第${place.row + 1}行` : place.address}`
  }
}
