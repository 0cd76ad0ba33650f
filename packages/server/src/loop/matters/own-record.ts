import { dateInChinese } from '@duizhao/engine/wording'
import { matterEndingNames, matterKindNames, type OwnMatter } from '@duizhao/contract'
import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { countsOfPerson, mattersAboutPage } from './matter-queries.ts'

const MOST = 200

/** What was said of the actor, with what became of it; of what he said of others only how much: it is about them. */
export async function ownMatters({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const [{ items }, { said, written }] = await Promise.all([
    mattersAboutPage(db, actor.personId, { limit: MOST }),
    countsOfPerson(db, actor),
  ])
  const groups = [
    { name: '会上对我的批评意见和自我批评', lines: items.map(inWords) },
    {
      name: '会上的发言',
      lines: [
        ...(said > 0 ? [`对别人提过 ${said} 条批评意见；内容只有被批评的人和办会的人看得见`] : []),
        ...(written > 0 ? [`替会议记过 ${written} 行发言`] : []),
      ],
    },
  ]
  return groups.filter(({ lines }) => lines.length > 0)
}

function inWords({ kind, from, text, meeting, saidOn, outcome }: OwnMatter): string {
  const who = kind === 'self_criticism' ? matterKindNames[kind] : `${from.name}的${matterKindNames[kind]}`
  const became = outcome === null ? '还没有结果' : matterEndingNames[outcome.ending]
  const why = outcome === null || outcome.reason === '' ? '' : `，${outcome.reason}`
  return `${dateInChinese(saidOn)}，${meeting.name}，${who}：${text === '' ? '（没有记下内容）' : text}；${became}${why}`
}
