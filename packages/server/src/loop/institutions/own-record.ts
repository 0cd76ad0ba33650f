import type { ActorContext } from '../../platform/context.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { institutionsOf } from './own-record-queries.ts'

const deeds = { kept: '登记', responsible: '负责检查是否执行', looked: '检查过是否执行', linked: '关联了问题' } as const

/** The institutions the actor registered, answers for, or looked into. */
export async function ownInstitutions({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const lines = (await institutionsOf(db, actor)).map(({ title, deed }) => `《${title}》：${deeds[deed]}`)
  return lines.length === 0 ? [] : [{ name: '登记、负责、检查过的制度', lines }]
}
