import { type TalkMatrix, type TalkReminder, withWhom } from '@duizhao/contract'
import { dateInChinese, shortened } from '@duizhao/engine/wording'
import { accountsOfPeople } from '../../office/organisation/index.ts'
import { record } from '../../platform/audit/index.ts'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { MOST_IN_TITLE, notify } from '../../platform/notifications/index.ts'
import { conflict, forbidden, invalid } from '../../platform/refusal.ts'
import { readTalkMatrix } from './read-talk-matrix.ts'

interface Asked {
  readonly from: string
  readonly to: string
  readonly by: string
}

/**
 * Tells each of those who still have to talk with whom, and by which day; one message each. Forbidden to who does not see
 * all pairs of the body, conflict if nobody is missing.
 */
export async function remindOfTalks(
  context: ActorContext,
  organisationId: string,
  { by, ...days }: Asked,
): Promise<TalkReminder> {
  if (by < dateInChina(context.now))
    throw invalid('这一天已经过了。', '请写今天或者以后的日期。', [{ field: 'by', message: '不能早于今天' }])
  const { organisation, isWhole, lines } = await readTalkMatrix(context, organisationId, days)
  if (!isWhole) throw forbidden('不能提醒别人谈话。', '本组织的组织者、书记、主要负责人可以提醒。')
  const owed = partnersOf(lines.filter(({ state }) => state === 'missing'))
  if (owed.size === 0) throw conflict(`“${organisation.name}”没有缺的谈话。`, '不用提醒。')
  return transaction(context.db, async (tx) => {
    const accounts = await accountsOfPeople(tx, [...owed.keys()])
    for (const [personId, { partners }] of owed) {
      const accountId = accounts.get(personId)
      if (accountId === undefined) continue
      const title = `还没有谈心谈话：和${shortened([...partners].join('、'), MOST_IN_TITLE)}，请在${dateInChinese(by)}以前谈`
      await notify(tx, context, [accountId], { title, link: `/talks?organisationId=${organisationId}` })
    }
    const unreachable = [...owed].flatMap(([id, { name }]) => (accounts.has(id) ? [] : [{ id, name }]))
    const told = owed.size - unreachable.length
    await record(tx, context, {
      action: 'talk.remind',
      subject: organisation.name,
      organisationId,
      detail: { told, by },
    })
    return { told, unreachable }
  })
}

interface Owing {
  readonly name: string
  readonly partners: Set<string>
}

/** Who still has to talk, and with whom in words; with one of several only the one who owes it is asked. */
function partnersOf(lines: TalkMatrix['lines']): ReadonlyMap<string, Owing> {
  const owed = new Map<string, Owing>()
  const owe = ({ id, name }: { readonly id: string; readonly name: string }, partner: string): void => {
    const one = owed.get(id) ?? { name, partners: new Set() }
    owed.set(id, one)
    one.partners.add(partner)
  }
  for (const line of lines) {
    owe(line.person, withWhom(line))
    const [other, ...more] = line.withAnyOf
    if (other !== undefined && more.length === 0) owe(other, line.person.name)
  }
  return owed
}
