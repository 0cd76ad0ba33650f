import { kindsInWords, participationKindNames } from '@duizhao/contract'
import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { recordsNaming } from './own-record-queries.ts'

/** The records the actor entered, held, or is named in, the latest of each, and the posts that say where he is due. */
export async function ownRecordGroups({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const { entered, held, named } = await recordsNaming(db, actor)
  const line = ({ onDay, kinds, state, organisationName }: (typeof entered)[number]): string =>
    `${onDay}，${organisationName}，${kindsInWords(kinds)}${state === 'planned' ? '（约定的期限）' : ''}`
  const groups = [
    { name: '录入的履职记录', lines: entered.map(line) },
    { name: '主持、讲课、谈话的履职记录', lines: held.map(line) },
    {
      name: '写着本人缺席、列席、谈话的履职记录',
      lines: named.map(
        ({ part, note, ...record }) =>
          `${line(record)}：${participationKindNames[part]}${note === '' ? '' : `（${note}）`}`,
      ),
    },
  ]
  return groups.filter(({ lines }) => lines.length > 0)
}
