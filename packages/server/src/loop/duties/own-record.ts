import { periodInWords } from '@duizhao/contract'
import { occurrenceStateNames } from '@duizhao/engine/duties'
import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { waiversAbout } from './own-queries.ts'

/** The waivers the actor wrote, and those written for him. */
export async function dutyRecord({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const all = await waiversAbout(db, actor)
  const words = ({ name, period, state, reason }: (typeof all)[number]): string =>
    `${name}，${periodInWords(period)}，${occurrenceStateNames[state]}：${reason}`
  const groups = [
    { name: '写过的不适用、免做', lines: all.filter(({ createdBy }) => createdBy === actor.accountId).map(words) },
    { name: '我的不适用、免做', lines: all.filter(({ personId }) => personId === actor.personId).map(words) },
  ]
  return groups.filter(({ lines }) => lines.length > 0)
}
