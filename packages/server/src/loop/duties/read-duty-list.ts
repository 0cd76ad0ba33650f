import {
  type DutyListReading,
  LONGEST_GROUND,
  MOST_LISTED_DUTIES,
  type PostRole,
  type ProposedDuty,
} from '@duizhao/contract'
import { type DutyRole, listedDuty, rolesNamed } from '@duizhao/engine/duties'
import { shortened } from '@duizhao/engine/wording'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { type Member, membersOn } from '../../office/posts/index.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext, UploadedFile } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { invalid } from '../../platform/refusal.ts'
import { doWork } from '../../platform/work.ts'
import { dutiesSetBy } from './duty-queries.ts'
import type { ListLine } from './list-lines.ts'
import { dutyListOfFile } from './work.ts'

/**
 * Reads a responsibility list (Excel, Word) and proposes a duty for each of its lines: what, how often, by which posts.
 * Writes nothing but that it was read. A person named is taken by the post held here today.
 */
export async function readDutyList(
  context: ActorContext,
  organisationId: string,
  file: UploadedFile,
): Promise<DutyListReading> {
  const { db, actor, now } = context
  const organisation = await permittedOrganisation(db, actor, 'duty.write', organisationId)
  const { columns, lines } = await doWork(context, dutyListOfFile, file, file.name)
  if (lines.length > MOST_LISTED_DUTIES)
    throw invalid(`“${file.name}”里有 ${lines.length} 条，不像一份责任清单。`, `一份最多 ${MOST_LISTED_DUTIES} 条。`)
  const [team, committee, set] = await Promise.all([
    membersOn(db, organisation.id, dateInChina(now), 'team'),
    membersOn(db, organisation.id, dateInChina(now), 'committee'),
    dutiesSetBy(db, [organisation.id]),
  ])
  const there = new Set(set.flatMap((one) => (one.withdrawnOn === null ? [keyOf(one)] : [])))
  await transaction(db, (tx) => record(tx, context, { action: 'duty.readList', subject: file.name, organisationId }))
  const nothing = {
    message: '没有读出责任清单：表格要有写着“责任内容”一类的表头，没有表格的要逐条编号。',
  }
  return {
    fileName: file.name,
    columns: columns.map((column) => ({ ...column })),
    faults: lines.length === 0 ? [nothing] : [],
    proposals: lines.map((line) => proposalOf(line, [...team, ...committee], there)),
  }
}

function proposalOf(line: ListLine, members: readonly Member[], there: ReadonlySet<string>): ProposedDuty {
  const { sheet, row, text, often, who, ground, list } = line
  const { name, per, amount, saysHowOften, kinds, subject } = listedDuty(text, often)
  const { roles, doubt } = rolesOf(who, members)
  const duty: ProposedDuty['duty'] = {
    name,
    per,
    amount,
    kinds: [...kinds],
    subject,
    list: list ?? 'other',
    owedRoles: [...roles],
    ground: shortened(ground, LONGEST_GROUND - 1),
  }
  return {
    ...{ sheet, row, text, who, duty },
    doubts: [
      ...(list === null ? ['没有写是哪张清单'] : []),
      ...(saysHowOften ? [] : ['没有写多久一次，当作每年']),
      ...(doubt === null ? [] : [doubt]),
      ...(ground.length < LONGEST_GROUND ? [] : [`依据最多 ${LONGEST_GROUND} 字，只取了前面的`]),
      ...(kinds.length === 0 ? ['没有认出完成它的履职'] : []),
    ],
    isThere: there.has(keyOf(duty)),
  }
}

function keyOf({ name, list }: Pick<ProposedDuty['duty'], 'name' | 'list'>): string {
  return `${list} ${name}`
}

function rolesOf(
  who: string,
  members: readonly Member[],
): { roles: readonly (DutyRole | PostRole)[]; doubt: string | null } {
  const named = rolesNamed(who)
  if (named !== null) return { roles: named, doubt: null }
  const held = members.filter(({ name }) => who.includes(name)).map(({ role }) => role)
  return held.length > 0
    ? { roles: [...new Set(held)], doubt: `“${who}”按现在的职务定` }
    : { roles: [], doubt: `“${who}”不知道是什么职务，当作本组织` }
}
