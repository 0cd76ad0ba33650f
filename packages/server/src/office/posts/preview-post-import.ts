import { type PostImportPreview, postRoleNames } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext, UploadedFile } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { insertDraft } from '../../platform/import-draft-queries.ts'
import { doWork } from '../../platform/work.ts'
import { permittedOrganisation } from '../organisation/index.ts'
import { readPostLines } from './import-lines.ts'
import { type PlannedPost, planPosts } from './import-plan.ts'
import { spanInWords } from './post-words.ts'
import { postsOfFile } from './work.ts'

const MOST_LINES_SHOWN = 200
const MOST_FAULTS_SHOWN = 500
const KEPT_HOURS = 24

/** Reads a list of posts and says what importing it would do; writes nothing but the preview. */
export async function previewPostImport(
  context: ActorContext,
  organisationId: string,
  file: UploadedFile,
): Promise<PostImportPreview> {
  const { db, actor, now } = context
  const organisation = await permittedOrganisation(db, actor, 'post.write', organisationId)
  const sheets = await doWork(context, postsOfFile, file, file.name)
  const { lines, faults } = readPostLines(sheets.rows)
  const plan = await planPosts(context, organisation, lines)
  const id = newId()
  const expiresAt = new Date(now.getTime() + KEPT_HOURS * 3_600_000)
  const draft = { id, accountId: actor.accountId, organisationId, fileName: file.name, content: lines, expiresAt }
  await transaction(db, async (tx) => {
    await insertDraft(tx, draft)
    await record(tx, context, { action: 'post.previewImport', subject: file.name, organisationId })
  })
  const count = (wanted: PlannedPost['effect']): number => plan.posts.filter(({ effect }) => effect === wanted).length
  return {
    id,
    fileName: file.name,
    columns: sheets.columns.map((column) => ({ ...column })),
    posts: { create: count('create'), change: count('change'), none: count('none') },
    lines: plan.posts.slice(0, MOST_LINES_SHOWN).map((planned) => ({
      sheet: planned.line.sheet,
      row: planned.line.row,
      effect: planned.effect,
      what: inWords(planned),
    })),
    faults: [...sheets.faults, ...faults, ...plan.faults]
      .toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
      .slice(0, MOST_FAULTS_SHOWN),
    remarks: plan.remarks.slice(0, MOST_FAULTS_SHOWN),
    expiresAt: expiresAt.toISOString(),
  }
}

const WORDS: Readonly<Record<PlannedPost['effect'], string>> = { create: '登记', change: '修改', none: '不变' }

function inWords({ effect, person, body, fields, leads: units, line }: PlannedPost): string {
  const kind = postRoleNames[fields.role]
  const post = fields.caption === '' || fields.caption === kind ? kind : `${fields.caption}（${kind}）`
  const leads = units.length === 0 ? '' : `，分管${units.join('、')}`
  const branch = line.branch === '' ? '' : `，在${line.branch}过组织生活`
  return `${WORDS[effect]}：${person.name}，${body.name}，${post}，${spanInWords(fields)}${leads}${branch}`
}
