import { listRules } from '../../../findings/rule.ts'
import type { PairRule } from '../pair-rule.ts'
import { copied } from './similarity/copied.ts'
import { ownList } from './similarity/own-list.ts'
import { ownEarlierMaterial } from './similarity/own-earlier-material.ts'

/** The rules that look at two documents, in the order of the reference. */
export const pairRules: readonly PairRule[] = listRules([copied, ownEarlierMaterial, ownList])
