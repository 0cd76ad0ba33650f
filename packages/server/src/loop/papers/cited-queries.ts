import { type Citable, type Page, personalPaperKinds } from '@duizhao/contract'
import { sql } from 'kysely'
import { levelColumn, type OrganisationPath, pathOf } from '../../platform/access.ts'
import type { Actor } from '../../platform/context.ts'
import { page } from '../../platform/database/paging.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { isWithin, seenPapers } from './queries.ts'

/** Papers that whoever reads at their organisation or above sees: approved, and about nobody. With the version that was. */
function open(db: Database | Tx) {
  return db
    .selectFrom('paper')
    .innerJoin('organisation', 'organisation.id', 'paper.organisation_id')
    .select(['paper.id', 'paper.title', 'paper.shown_versions as ordinal', 'organisation.id as organisationId'])
    .select('organisation.name as organisationName')
    .select(
      sql<string>`coalesce(paper.issued_on, (select max(at at time zone 'Asia/Shanghai')::date from paper_event
          where paper_id = paper.id and action = 'approve'))`.as('on'),
    )
    .where('paper.state', 'in', ['approved', 'issued'])
    .where('paper.kind', 'not in', [...personalPaperKinds])
}

/** A page of the open papers of an organisation and those below it, the latest drafted first. */
export async function citablePapers(
  db: Database,
  { id, level }: OrganisationKey,
  paging: { readonly after?: string | undefined; readonly limit: number },
): Promise<Page<Citable>> {
  const query = open(db).where(`paper.${levelColumn(level)}`, '=', id)
  const { items, next } = await page(query, [{ column: 'paper.id', property: 'id' }], { ...paging, descending: true })
  return {
    items: items.map((row) => ({
      ...{ id: row.id, name: versionInWords(row), on: row.on },
      organisation: { id: row.organisationId, name: row.organisationName },
    })),
    next,
  }
}

interface CitablePaper {
  readonly name: string
  readonly on: string
  readonly path: OrganisationPath
  readonly versionId: string
}

/** An open paper; undefined for any other. */
export async function citablePaper(db: Database | Tx, id: string): Promise<CitablePaper | undefined> {
  const row = await open(db)
    .innerJoin('paper_version', (join) =>
      join.onRef('paper_version.paper_id', '=', 'paper.id').onRef('ordinal', '=', 'paper.shown_versions'),
    )
    .select('paper_version.id as versionId')
    .select(['paper.a1', 'paper.a2', 'paper.a3', 'paper.a4', 'paper.a5', 'paper.a6', 'paper.a7', 'paper.a8'])
    .where('paper.id', '=', id)
    .executeTakeFirst()
  return row && { name: versionInWords(row), on: row.on, path: pathOf(row), versionId: row.versionId }
}

/** A version in words: 《…》第 2 版. */
function versionInWords({ title, ordinal }: { readonly title: string; readonly ordinal: number }): string {
  return `《${title}》第 ${ordinal} 版`
}

/** Those of some versions that the actor may read, by their ids: whose they are, and what they are called. */
export async function seenVersions(
  db: Database | Tx,
  actor: Actor,
  versionIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly paperId: string; readonly name: string }>> {
  if (versionIds.length === 0) return new Map()
  const versions = await db
    .selectFrom('paper_version')
    .select(['id', 'paper_id as paperId', 'ordinal'])
    .where('id', 'in', versionIds)
    .execute()
  const papers = await seenPapers(
    db,
    actor,
    versions.map(({ paperId }) => paperId),
  )
  return new Map(
    versions.flatMap(({ id, paperId, ordinal }) => {
      const paper = papers.get(paperId)
      if (!paper || !isWithin(paper.seen, ordinal)) return []
      return [[id, { paperId, name: versionInWords({ title: paper.title, ordinal }) }] as const]
    }),
  )
}

const MOST_TITLED = 2_000

/** The versions of papers by some titles, at an organisation and below, that the actor may read; of no void paper. */
export async function versionsTitled(
  db: Database | Tx,
  actor: Actor,
  { organisation, titles }: { readonly organisation: OrganisationKey; readonly titles: readonly string[] },
) {
  if (titles.length === 0) return []
  const versions = await db
    .selectFrom('paper')
    .innerJoin('paper_version', 'paper_version.paper_id', 'paper.id')
    .select(['paper_version.id', 'paper.id as paperId', 'paper.title', 'ordinal'])
    .select(['file_hash as hash', 'file_name as fileName'])
    .where(`paper.${levelColumn(organisation.level)}`, '=', organisation.id)
    .where('paper.title', 'in', titles)
    .where('paper.state', '!=', 'void')
    .orderBy('paper_version.id')
    .limit(MOST_TITLED)
    .execute()
  const papers = await seenPapers(db, actor, [...new Set(versions.map(({ paperId }) => paperId))])
  return versions.filter(({ paperId, ordinal }) => {
    const paper = papers.get(paperId)
    return paper !== undefined && isWithin(paper.seen, ordinal)
  })
}

interface OrganisationKey {
  readonly id: string
  readonly level: number
}
