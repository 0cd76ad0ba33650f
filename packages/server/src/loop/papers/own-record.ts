import { paperMachine, type PaperState } from '@duizhao/contract'
import { instantInWords } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { papersBy } from './own-record-queries.ts'

const actionNames: Readonly<Record<string, string>> = paperMachine.actionNames

/** The papers the actor drafted, the versions handed in, and what was done with any. */
export async function paperRecord({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const { drafted, versions, events } = await papersBy(db, actor.accountId)
  const groups = [
    {
      name: '起草的文稿',
      lines: drafted.map(({ title, state }) => `${title}（${paperMachine.stateNames[state as PaperState]}）`),
    },
    {
      name: '交来的各版文稿',
      lines: versions.map(
        ({ at, title, ordinal, fileName }) => `${instantInWords(at)}，${title}，第 ${ordinal} 版：${fileName}`,
      ),
    },
    {
      name: '在文稿上办过的事',
      lines: events.map(
        ({ at, title, action, reason }) =>
          `${instantInWords(at)}，${title}，${actionNames[action] ?? action}${reason === '' ? '' : `：${reason}`}`,
      ),
    },
  ]
  return groups.filter(({ lines }) => lines.length > 0)
}
