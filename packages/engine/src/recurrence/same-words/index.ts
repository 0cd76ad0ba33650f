import { commonWords } from './common-words.ts'
import { tradeWords } from './trade-words.ts'

/** Words of ordinary speech that say the same (同义词), with a space between two; a line for each thing. */
export const sameWords = commonWords.trim() + '\n' + tradeWords.trim()
