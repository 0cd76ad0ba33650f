import { sql } from 'kysely'
import { columnsOf, type OrganisationPath, visible } from '../access.ts'
import type { Actor } from '../context.ts'
import type { Database } from '../database/pool.ts'
import type { Tx } from '../database/transaction.ts'
import type { SearchKind } from '../feature.ts'
import { indexWords, questionWords } from './words.ts'

/** Something to be found, and where in the tree it lies: who may see that may find it. */
export interface Searchable {
  /** One of those a feature says it is found under. */
  readonly kind: string
  readonly id: string
  readonly path: OrganisationPath
  readonly title: string
  /** One line that tells it from others of the same title. */
  readonly context: string
  readonly link: string
  /** Whose it is: they find it whatever their roles. */
  readonly accountId?: string
  /** What it is found by besides its title. */
  readonly text: string
}

/** Puts things into the search, or replaces what stood there of them. */
export async function enterSearch(tx: Tx, ...entries: readonly Searchable[]): Promise<void> {
  if (entries.length === 0) return
  const values = entries.map(({ kind, id, path, title, context, link, accountId, text }) => ({
    kind,
    id,
    ...columnsOf(path),
    title,
    context,
    link,
    account_id: accountId ?? null,
    words: sql<string>`array_to_tsvector(${indexWords(`${title}\n${text}`)})`,
  }))
  await tx
    .insertInto('search_entry')
    .values(values)
    .onConflict((on) =>
      on.columns(['kind', 'id']).doUpdateSet((row) => ({
        ...Object.fromEntries(
          (['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7', 'a8'] as const).map((column) => [
            column,
            row.ref(`excluded.${column}`),
          ]),
        ),
        title: row.ref('excluded.title'),
        context: row.ref('excluded.context'),
        link: row.ref('excluded.link'),
        account_id: row.ref('excluded.account_id'),
        words: row.ref('excluded.words'),
      })),
    )
    .execute()
}

export async function leaveSearch(tx: Tx, kind: string, ...ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  const any = sql<string>`any(${ids}::uuid[])`
  await tx.deleteFrom('search_entry').where('kind', '=', kind).where('id', '=', any).execute()
}

/** How many matches are put in order; of a question so wide, the best are a matter of luck anyway. */
const MOST_RANKED = 2_000

/**
 * What the actor may see of these kinds, or is his, and the question finds: whole titles first, then beginnings, then short titles.
 */
export async function findEntries(
  db: Database,
  { actor, kinds }: { readonly actor: Actor; readonly kinds: readonly SearchKind[] },
  { text, limit }: { readonly text: string; readonly limit: number },
) {
  const question = tsquery(text)
  if (question === '') return []
  const asked = text.normalize('NFKC').toLowerCase()
  return db
    .selectFrom(
      db
        .selectFrom('search_entry')
        .select(['kind', 'id', 'title', 'context', 'link'])
        .where(sql<boolean>`words @@ ${question}::tsquery`)
        .where((builder) =>
          builder.or(
            kinds.map(({ kind, permission }) => {
              const reach = permission === null ? [] : [visible(builder, 'search_entry', { actor, permission })]
              const found = builder.or([builder('account_id', '=', actor.accountId), ...reach])
              return builder.and([builder('kind', '=', kind), found])
            }),
          ),
        )
        .limit(MOST_RANKED)
        .as('found'),
    )
    .selectAll()
    .orderBy(sql`lower(title) = ${asked}`, 'desc')
    .orderBy(sql`starts_with(lower(title), ${asked})`, 'desc')
    .orderBy(sql`length(title)`)
    .orderBy('title')
    .orderBy('id')
    .limit(limit)
    .execute()
}

function tsquery(text: string): string {
  const { words, beginning } = questionWords(text)
  const terms = words.map((word) => `'${word.replaceAll("'", "''")}'`)
  if (beginning !== null) terms.push(`'${beginning.replaceAll("'", "''")}':*`)
  return terms.join(' & ')
}

/** The condition that a row of `search_entry` is found by a question; null if it asks for nothing. */
export function searchCondition(text: string): ReturnType<typeof sql<boolean>> | null {
  const question = tsquery(text)
  return question === '' ? null : sql<boolean>`words @@ ${question}::tsquery`
}
