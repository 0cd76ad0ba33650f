import { presenceKindNames } from '@duizhao/contract'
import { instantInWords } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { sessionsOfPerson } from './own-record-queries.ts'

/** When the actor was away from sessions, what he had read out there, and the sessions he led or recorded. */
export async function sessionRecord({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const { presence, written, begun, led } = await sessionsOfPerson(db, actor)
  const groups = [
    {
      name: '会上到会的例外',
      lines: presence.map(
        ({ at, name, kind, note }) =>
          `${instantInWords(at)}，${name}：${presenceKindNames[kind]}${note === '' ? '' : `（${note}）`}`,
      ),
    },
    { name: '会上宣读的书面发言', lines: written.map(({ name, text }) => `${name}：${text}`) },
    { name: '主持、正在发言的会议', lines: led.map(({ at, name }) => `${instantInWords(at)}，${name}`) },
    { name: '记录的会议', lines: begun.map(({ at, name }) => `${instantInWords(at)}，${name}`) },
  ]
  return groups.filter(({ lines }) => lines.length > 0)
}
