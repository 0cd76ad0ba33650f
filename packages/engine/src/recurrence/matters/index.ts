import { conductMatters } from './conduct.ts'
import { moneyMatters } from './money.ts'
import { partyMatters } from './party.ts'
import { serviceMatters } from './service.ts'

/**
 * What problems are about (涉事), by name: expressions of offices for one and the same matter, with a space between two;
 * `学习+次` are words that both stand somewhere in the problem. From practice.
 */
export const matters: Readonly<Record<string, string>> = {
  ...partyMatters,
  ...conductMatters,
  ...moneyMatters,
  ...serviceMatters,
}
