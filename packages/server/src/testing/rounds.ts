import { type BallotChoice, endpoints, type GivenCall, type OpenedRound, type RoundDetail } from '@duizhao/contract'
import type { Caller } from './client.ts'

let rounds = 0

/** A round like no other: nine representatives by slips, and six of another group. */
export function someRound(more: Partial<GivenCall<typeof endpoints.createRound>['body']> = {}) {
  rounds += 1
  return {
    name: `第 ${rounds} 次征求意见`,
    closesOn: '2099-12-31',
    aspects: ['带头学习', '带头担当'],
    groups: [
      { name: '机关基层代表', invited: 9 },
      { name: '服务对象', invited: 6 },
    ],
    ...more,
  }
}

/** A round of an organisation that is being prepared. */
export function preparedRound(
  by: Caller,
  organisationId: string,
  more?: Parameters<typeof someRound>[0],
): Promise<RoundDetail> {
  return by.call(endpoints.createRound, { params: { organisationId }, body: someRound(more) })
}

/** A round that asks, with its keys and slips. */
export async function openedRound(
  by: Caller,
  organisationId: string,
  more?: Parameters<typeof someRound>[0],
): Promise<OpenedRound> {
  const { id, version } = await preparedRound(by, organisationId, more)
  return by.call(endpoints.openRound, { params: { roundId: id }, body: { version } })
}

/** The codes of a round’s slips by group. */
export function codesOf({ slips }: OpenedRound): string[][] {
  return slips.map(({ codes }) => codes)
}

/** Answers with one opinion about the team. */
export function answer(by: Caller, code: string, text: string): Promise<undefined> {
  return by.call(endpoints.sendAnswer, { body: { code, opinions: [{ text }] } })
}

/** Votes with a slip. */
export function vote(by: Caller, code: string, choices: readonly BallotChoice[]): Promise<undefined> {
  return by.call(endpoints.sendBallot, { body: { code, choices: [...choices] } })
}

/** Ends a round with the first two keys. */
export function closed(by: Caller, { round, keys }: OpenedRound): Promise<RoundDetail> {
  const body = { keys: keys.slice(0, 2), version: round.version }
  return by.call(endpoints.closeRound, { params: { roundId: round.id }, body })
}
