import { deviceInWords } from './device-words.ts'
import { instantInWords } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { accountFacts, previousHashes, sessionsOf } from './queries.ts'
import { resetsOf } from './reset-queries.ts'
import { factorOf, recoveryCodesLeft } from './second-factor-queries.ts'

/** The actor's account and the places it is signed in at. */
export async function identityRecord({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const [account, previous, sessions, resets, factor, codesLeft] = await Promise.all([
    accountFacts(db, actor.accountId),
    previousHashes(db, actor.accountId),
    sessionsOf(db, actor.accountId),
    resetsOf(db, actor.accountId, 'all'),
    factorOf(db, actor.accountId),
    recoveryCodesLeft(db, actor.accountId),
  ])
  return [
    {
      name: '账号',
      lines: [
        `账号：${account.login}`,
        `开通时间：${say(account.createdAt)}`,
        `上次登录：${say(account.lastSignedInAt)}`,
        `上次修改口令：${say(account.passwordChangedAt)}（口令本身不保存，只保存不可还原的摘要）`,
        `用过的口令：留着 ${previous.length} 个的摘要，不许再用`,
      ],
    },
    {
      name: '口令重置',
      lines: resets.filter(({ credential }) => credential === 'password').map((reset) => sayReset(reset, '重置')),
    },
    {
      name: '两步验证',
      lines: [
        `两步验证：${factor?.turnedOnAt ? `${say(factor.turnedOnAt)}开启，还有 ${codesLeft} 个恢复码（只保存摘要）` : '没有开启'}`,
        ...resets.filter(({ credential }) => credential === 'second_factor').map((reset) => sayReset(reset, '解除')),
      ],
    },
    {
      name: '现有登录',
      lines: sessions.map(
        ({ startedAt, address, device }) => `${say(startedAt)}，${address}，${deviceInWords(device)}`,
      ),
    },
  ]
}

function say(at: Date | null): string {
  return at === null ? '无' : instantInWords(at)
}

type Reset = Awaited<ReturnType<typeof resetsOf>>[number]

function sayReset({ doneAt, askedByName, confirmedByName }: Reset, deed: string): string {
  const confirmed = confirmedByName === null ? '' : `，${confirmedByName}确认`
  return `${say(doneAt)}，${askedByName ?? '在服务器上'}${deed}${confirmed}`
}
