import { sql } from 'kysely'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'

export interface NoticeTemplate {
  readonly hash: string
  readonly name: string
}

/** The template of an organisation, or of the nearest above it that has one. */
export async function templateFor(db: Database | Tx, organisationId: string): Promise<NoticeTemplate | undefined> {
  const above = sql<boolean>`owner.id in (issuer.a1, issuer.a2, issuer.a3, issuer.a4, issuer.a5, issuer.a6, issuer.a7, issuer.a8)`
  return db
    .selectFrom('organisation as issuer')
    .innerJoin('organisation as owner', (join) => join.on(above))
    .innerJoin('notice_template', 'notice_template.organisation_id', 'owner.id')
    .select(['notice_template.file_hash as hash', 'notice_template.name'])
    .where('issuer.id', '=', organisationId)
    .orderBy('owner.level', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function writeTemplate(tx: Tx, organisationId: string, { hash, name }: NoticeTemplate): Promise<void> {
  await tx
    .insertInto('notice_template')
    .values({ organisation_id: organisationId, file_hash: hash, name })
    .onConflict((on) => on.column('organisation_id').doUpdateSet({ file_hash: hash, name }))
    .execute()
}

/** The organisations whose template is among the files. */
export async function templatesOfFiles(
  db: Database,
  hashes: readonly string[],
): Promise<{ readonly hash: string; readonly name: string; readonly organisationName: string }[]> {
  if (hashes.length === 0) return []
  return db
    .selectFrom('notice_template')
    .innerJoin('organisation', 'organisation.id', 'notice_template.organisation_id')
    .select(['notice_template.file_hash as hash', 'notice_template.name', 'organisation.name as organisationName'])
    .where('notice_template.file_hash', 'in', hashes)
    .execute()
}
