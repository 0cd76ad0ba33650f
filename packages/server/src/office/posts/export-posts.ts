import { isBranchKind, memberships, type Post, postCaption, postRoleNames, type PostRole } from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'
import { officialDocument, writeXlsx } from '@duizhao/report'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext, Download } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { fileNameOf } from '../../platform/files/index.ts'
import { invalid } from '../../platform/refusal.ts'
import { type OrganisationRow, permittedOrganisation } from '../organisation/index.ts'
import { postColumns, type PostField } from './post-columns.ts'
import { postsOnDay } from './queries.ts'

const MOST = 5_000

interface Written {
  readonly body: OrganisationRow
  readonly posts: readonly Post[]
  /** `yyyy-mm-dd` */
  readonly day: string
}

/** The posts of a body on a day as a workbook, in the columns in which a list of posts is imported. */
export function exportPostList(context: ActorContext, organisationId: string, onDay?: string): Promise<Download> {
  return exported(context, { organisationId, onDay, action: 'post.exportList' }, ({ body, posts, day }) => {
    const bytes = writeXlsx([
      {
        name: '任职',
        columns: postColumns.map(({ meaning, width }) => ({ header: meaning, width })),
        rows: posts.map((post) => postColumns.map(({ field }) => cellOf(post, field))),
      },
    ])
    return { name: `${fileNameOf(`${body.name}任职〔${dateInChinese(day)}〕`)}.xlsx`, bytes }
  })
}

/** Who leads what in a body on a day, as an official document: its team, of a branch its committee. */
export function exportDivisionOfWork(context: ActorContext, organisationId: string, onDay?: string): Promise<Download> {
  return exported(context, { organisationId, onDay, action: 'post.exportDivision' }, ({ body, posts, day }) => {
    const isBranch = isBranchKind(body.kind)
    const roles: readonly PostRole[] = isBranch ? memberships.committee : memberships.team
    const title = `${body.name}${isBranch ? '支部委员' : '班子成员'}分工`
    const date = dateInChinese(day)
    const rows = posts
      .filter(({ role }) => roles.includes(role))
      .map((post) => [post.person.name, postCaption(post), cellOf(post, 'leads'), cellOf(post, 'branch')])
    const columns = [
      { header: '姓名', share: 15 },
      { header: '职务', share: 30 },
      { header: '分管单位、科室', share: 33 },
      { header: '所在支部', share: 22 },
    ]
    const bytes = officialDocument({
      title,
      blocks:
        rows.length === 0
          ? [{ kind: 'paragraph', words: `${date}没有登记${isBranch ? '支部委员' : '班子成员'}的任职。` }]
          : [{ kind: 'table', columns, rows }],
      signature: { unit: body.name, date },
    })
    return { name: `${fileNameOf(`${title}〔${date}〕`)}.docx`, bytes }
  })
}

interface Asked {
  readonly organisationId: string
  readonly onDay: string | undefined
  readonly action: 'post.exportList' | 'post.exportDivision'
}

async function exported(
  context: ActorContext,
  { organisationId, onDay, action }: Asked,
  write: (written: Written) => { readonly name: string; readonly bytes: Uint8Array },
): Promise<Download> {
  const { db, actor, now } = context
  const day = onDay ?? dateInChina(now)
  const body = await permittedOrganisation(db, actor, 'post.read', organisationId)
  const posts = await postsOnDay(db, body.id, day, MOST + 1)
  if (posts.length > MOST) throw invalid(`超过 ${MOST} 项任职，一次导不完。`)
  const file = write({ body, posts, day })
  const told = { subject: file.name, organisationId, detail: { posts: posts.length } }
  await transaction(db, (tx) => record(tx, context, { action, ...told }))
  return file
}

function cellOf(post: Post, field: PostField): string {
  const cells: Readonly<Record<PostField, string>> = {
    name: post.person.name,
    caption: post.caption,
    role: postRoleNames[post.role],
    leads: post.leads.map(({ name }) => name).join('、'),
    branch: post.branch?.name ?? '',
    term: dateInChinese(post.fromOn),
    until: post.toOn === null ? '' : dateInChinese(post.toOn),
    body: post.organisation.name,
  }
  return cells[field]
}
