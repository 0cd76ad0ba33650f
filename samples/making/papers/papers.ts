import { campusHand } from './hand-campus.ts'
import { formalHand } from './hand-formal.ts'
import { personalHand } from './hand-personal.ts'
import { plainHand } from './hand-plain.ts'
import { worksHand } from './hand-works.ts'
import { layouts } from './layout.ts'
import { type Paper, writePaper } from './write-paper.ts'

const trainingHands = [plainHand, formalHand, personalHand]
const unseenHands = [campusHand, worksHand, formalHand, plainHand]

/** The papers of the layouts weights are fitted to. */
export function trainingPapers(): Paper[] {
  return layouts
    .filter(({ training }) => training)
    .flatMap((layout, i) => trainingHands.map((hand, n) => writePaper(layout, hand, i + n * 2)))
}

/** The papers of layouts nothing was fitted to, two of four hands in hands that were not used for training. */
export function unseenPapers(): Paper[] {
  return layouts
    .filter(({ training }) => !training)
    .flatMap((layout, i) => unseenHands.map((hand, n) => writePaper(layout, hand, i + n * 3)))
}
