import { shortened } from '@duizhao/engine/wording'
import { MOST_IN_TITLE } from '../../platform/notifications/index.ts'
import type { ProblemRow } from './problem-queries.ts'

/** What a message says of a problem: which one, what happened with it, and what it is about. */
export function toldTitle({ number, text }: Pick<ProblemRow, 'number' | 'text'>, what: string): string {
  return `问题 ${number} 号${what}：${shortened(text, MOST_IN_TITLE)}`
}
