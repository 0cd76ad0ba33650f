import { noticeKindNames } from '@duizhao/contract'
import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { noticesBy } from './own-record-queries.ts'

/** The notices the actor issued or answered, the latest of each. */
export async function supervisionRecord({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const { issued, answered } = await noticesBy(db, actor.accountId)
  const groups = [
    {
      name: '签发的督办单',
      lines: issued.map(({ issuedOn, kind, number }) => `${issuedOn}，问题 ${number} 号，${noticeKindNames[kind]}`),
    },
    {
      name: '答复的督办单',
      lines: answered.map(
        ({ answeredOn, kind, number, answer }) =>
          `${answeredOn}，问题 ${number} 号，${noticeKindNames[kind]}：${answer}`,
      ),
    },
  ]
  return groups.filter(({ lines }) => lines.length > 0)
}
