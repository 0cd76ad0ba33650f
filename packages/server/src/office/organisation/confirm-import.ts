import type { ImportResult } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import type { z } from 'zod'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { type Tx, transaction } from '../../platform/database/transaction.ts'
import { placeInWords } from '../../platform/list-sheets.ts'
import { conflict, notFound } from '../../platform/refusal.ts'
import { hashInitialPassword, initialPassword } from '../identity/index.ts'
import { enterSearch } from '../../platform/search/index.ts'
import { insertWrittenImport } from '../../platform/written-import.ts'
import { permitted } from './found.ts'
import { deedsOf } from './import-deeds.ts'
import { ImportDraft } from './import-lines.ts'
import { type ImportPlan, planImport, type PlannedPerson } from './import-plan.ts'
import { confirmDraft, draftForUpdate } from '../../platform/import-draft-queries.ts'
import { knownBelow } from './import-queries.ts'
import { insertAccount, insertPerson, updatePerson } from './people-queries.ts'
import { insertOrganisation, lockTree, organisationById, updateOrganisation } from './queries.ts'
import { searchableOrganisation, searchablePerson } from './searchable.ts'

type Result = z.infer<typeof ImportResult>

/**
 * Does what a preview showed, all of it or nothing. It is planned anew on what is there now; if that has meanwhile made
 * a line impossible, nothing is written.
 */
export async function confirmImport(context: ActorContext, id: string): Promise<Result> {
  const { db, actor, now } = context
  return transaction(db, async (tx) => {
    const draft = await draftForUpdate(tx, id, actor.accountId)
    if (!draft || draft.expiresAt < now) throw notFound('这次导入的预览')
    if (draft.confirmedAt) throw conflict('这次导入已经确认过了。', '要再导入，请重新上传文件。')
    await lockTree(tx)
    const organisation = permitted(actor, 'import.write', await organisationById(tx, draft.organisationId))
    const read = ImportDraft.safeParse(draft.content)
    if (!read.success) throw notFound('这次导入的预览')
    const lines = read.data
    const plan = planImport(lines, await knownBelow(tx, organisation, lines))
    const [planned] = plan.faults
    const fault = lines.fault ?? (planned ? placeInWords(planned) : null)
    if (fault !== null) throw conflict(`导入没有写入：${fault}。`, '请改正文件后重新上传。')
    await writeOrganisations(tx, plan, now)
    const { accounts, accountIds } = await writePeople(tx, plan.people, now)
    await confirmDraft(tx, id, now)
    const organisations = plan.organisations.filter(({ effect }) => effect !== 'none').length
    const people = plan.people.filter(({ effect }) => effect !== 'none').length
    const created = [...plan.organisations, ...plan.people].filter(({ effect }) => effect === 'create').length
    await insertWrittenImport(tx, {
      ...{ id, kind: 'organisations', organisationId: organisation.id, fileName: draft.fileName, by: actor, at: now },
      ...{ created, changed: organisations + people - created },
      deeds: await deedsOf(tx, plan, accountIds),
    })
    await record(tx, context, {
      action: 'import.confirm',
      subject: draft.fileName,
      organisationId: organisation.id,
      detail: { organisations, people, accounts: accounts.map(({ login }) => login) },
    })
    return { organisations, people, accounts }
  })
}

async function writeOrganisations(tx: Tx, { organisations }: ImportPlan, now: Date): Promise<void> {
  for (const planned of organisations) {
    const { id, name, kind, path, parentId, parentName, effect } = planned
    if (effect === 'none') continue
    if (effect === 'create') await insertOrganisation(tx, { id, name, kind, path, parentId })
    else await updateOrganisation(tx, id, { name, kind, now })
    await enterSearch(tx, searchableOrganisation(planned, parentName))
  }
}

interface WrittenAccounts {
  /** As they are handed out. */
  readonly accounts: Result['accounts']
  readonly accountIds: readonly string[]
}

async function writePeople(tx: Tx, people: readonly PlannedPerson[], now: Date): Promise<WrittenAccounts> {
  const accounts: Result['accounts'] = []
  const accountIds: string[] = []
  for (const { line, id, organisation, effect, opensAccount } of people) {
    if (effect === 'none') continue
    if (effect === 'create') await insertPerson(tx, id, organisation.id, line)
    else await updatePerson(tx, id, organisation.id, line)
    await enterSearch(tx, searchablePerson({ id, ...line }, organisation))
    if (!opensAccount || line.login === null) continue
    const password = initialPassword()
    const passwordHash = await hashInitialPassword(password)
    const accountId = newId()
    await insertAccount(tx, { id: accountId, personId: id, login: line.login, passwordHash, now })
    accountIds.push(accountId)
    accounts.push({ name: line.name, login: line.login, password })
  }
  return { accounts, accountIds }
}
