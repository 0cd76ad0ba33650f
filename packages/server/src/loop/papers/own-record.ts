import { paperMachine, type PaperState } from '@duizhao/contract'
import { instantInWords } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { batchedOf } from './batches/batch-queries.ts'
import { papersBy } from './own-record-queries.ts'

const actionNames: Readonly<Record<string, string>> = paperMachine.actionNames

/** The papers the actor drafted, the versions and files handed in, and what was done with any. */
export async function paperRecord({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const { drafted, versions, events } = await papersBy(db, actor.accountId)
  const { own, theirs } = await batchedOf(db, actor)
  const groups = [
    {
      name: '起草的文稿',
      lines: drafted.map(({ title, state }) => `${title}（${paperMachine.stateNames[state as PaperState]}）`),
    },
    {
      name: '提交的各版文稿',
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
    { name: '成批放进来的文件', lines: own.map(({ at, name }) => `${instantInWords(at)}，${name}`) },
    {
      name: '别人成批放进来、认出是本人材料的文件',
      // What it is called and says is for who put it in, until it is a paper.
      lines: theirs.map(({ at }) => `${instantInWords(at)}放进来的一个`),
    },
  ]
  return groups.filter(({ lines }) => lines.length > 0)
}
