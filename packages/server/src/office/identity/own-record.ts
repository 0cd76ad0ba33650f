import { instantInWords } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { accountFacts, sessionsOf } from './queries.ts'
import { resetsOf } from './reset-queries.ts'

/** The actor's account and the places it is signed in at. */
export async function identityRecord({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const [account, sessions, resets] = await Promise.all([
    accountFacts(db, actor.accountId),
    sessionsOf(db, actor.accountId),
    resetsOf(db, actor.accountId, 'all'),
  ])
  const say = (at: Date | null): string => (at === null ? '无' : instantInWords(at))
  return [
    {
      name: '账号',
      lines: [
        `账号：${account.login}`,
        `开通时间：${say(account.createdAt)}`,
        `上次登录：${say(account.lastSignedInAt)}`,
        `上次修改口令：${say(account.passwordChangedAt)}（口令本身不保存，只保存不可还原的摘要）`,
      ],
    },
    {
      name: '口令重置',
      lines: resets.map(
        ({ doneAt, askedByName, confirmedByName }) =>
          `${say(doneAt)}，${askedByName ?? '在服务器上'}重置${confirmedByName === null ? '' : `，${confirmedByName}确认`}`,
      ),
    },
    {
      name: '现有登录',
      lines: sessions.map(({ startedAt, address, device }) => `${say(startedAt)}，${address}，${device}`),
    },
  ]
}
