import type { Part } from './part.ts'

/** Every part below `part`, in reading order, itself left out. */
export function* partsBelow(part: Part): Generator<Part> {
  for (const child of part.children) {
    yield child
    yield* partsBelow(child)
  }
}
