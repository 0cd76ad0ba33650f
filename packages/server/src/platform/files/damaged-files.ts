import type { DamagedFile, Page } from '@duizhao/contract'
import { carriesSomewhere } from '../access.ts'
import type { ActorContext } from '../context.ts'
import type { Database } from '../database/pool.ts'
import type { Feature, Task } from '../feature.ts'
import { damagedPage, hasDamaged } from './queries.ts'

/** The files that are not what was kept any more, each with what it is for. */
export async function damagedFiles(
  db: Database,
  features: readonly Feature[],
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<DamagedFile>> {
  const { items, next } = await damagedPage(db, paging)
  const hashes = items.map(({ hash }) => hash)
  const asked = features.flatMap(({ usesOfFiles }) => (usesOfFiles ? [usesOfFiles(db, hashes)] : []))
  const uses = (await Promise.all(asked)).flat()
  const usesOf = Map.groupBy(uses, ({ hash }) => hash)
  return {
    items: items.map(({ checkedAt, ...row }) => ({
      ...row,
      checkedAt: checkedAt.toISOString(),
      uses: (usesOf.get(row.hash) ?? []).map(({ words }) => words),
    })),
    next,
  }
}

/** What damaged files give the system administrator to do. */
export async function fileTasks({ db, actor }: ActorContext): Promise<Task[]> {
  if (!carriesSomewhere(actor, 'file.verify') || !(await hasDamaged(db))) return []
  const context = '存着的文件与登记时的指纹对不上，或不在了'
  return [{ id: 'damaged-files', title: '处理损坏的文件', context, link: '/damaged-files', dueOn: null }]
}
