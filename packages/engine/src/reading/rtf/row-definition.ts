import type { RowDefinition } from '../doc/properties.ts'

type Merge = RowDefinition['merges'][number]

/** A table row's cells while the control words in front of it describe them. */
export interface RowDefinitions {
  /** Takes a control word; true if it was one of those. */
  take(word: string, value: number | undefined): boolean
  /** The cells as last described; a row that does not describe its own is like the one before. */
  current(): RowDefinition
}

const MOST_CELLS = 1000
const NO_MERGE: Merge = { goesOnFromLeft: false, vertical: 'none' }
const MERGES: Readonly<Record<string, Partial<Merge>>> = {
  clmrg: { goesOnFromLeft: true },
  clvmgf: { vertical: 'begins' },
  clvmrg: { vertical: 'goesOn' },
}

/** No row described yet. */
export function createRowDefinitions(): RowDefinitions {
  let edges: number[] = []
  let merges: Merge[] = []
  let merge = NO_MERGE
  return {
    take(word, value) {
      const found = MERGES[word]
      if (word === 'trowd') {
        edges = [0]
        merges = []
        merge = NO_MERGE
      } else if (word === 'trleft') edges[0] = value ?? 0
      else if (found) merge = { ...merge, ...found }
      else if (word === 'cellx' && merges.length < MOST_CELLS) {
        edges.push(value ?? 0)
        merges.push(merge)
        merge = NO_MERGE
      } else return false
      return true
    },
    current: () => ({ edges: [...edges], merges: [...merges] }),
  }
}
