import { endpoints, type Inspection, type PostRole } from '@duizhao/contract'
import type { Caller } from './client.ts'
import type { Place } from './ledger.ts'

let inspections = 0

/** An inspection of a unit, another each time. */
export function someInspection(by: Caller, { id }: Pick<Place, 'id'>): Promise<Inspection> {
  inspections += 1
  const body = { name: `市委第${inspections}轮巡察`, edition: 'patrol' as const, fedBackOn: '2026-01-05' }
  return by.call(endpoints.registerInspection, { params: { organisationId: id }, body })
}

/** An item written by hand, of an inspection of its own; the ids of both. */
export async function someItem(by: Caller, place: Pick<Place, 'id'>) {
  const { id: inspectionId } = await someInspection(by, place)
  const params = { inspectionId }
  const items = [{ category: '党的领导', aspect: '贯彻部署', text: '理论学习以读文件为主，没有研讨' }]
  const { itemIds } = await by.call(endpoints.enterFeedbackItems, { params, body: { items } })
  return { inspectionId, itemId: itemIds[0] ?? '' }
}

/** A feedback paper of a unit that was approved by another than who drafted it; its version. */
export async function feedbackPaper(
  { author, approver }: { readonly author: Caller; readonly approver: Caller },
  { id }: Pick<Place, 'id'>,
  text: string,
): Promise<string> {
  const file = new File([text], '反馈意见.txt')
  const query = { kind: 'feedback', title: '市委巡察反馈意见' } as const
  const { paper } = await author.call(endpoints.createPaper, { params: { organisationId: id }, query, file })
  const submitted = await author.call(endpoints.submitPaper, { params: { paperId: paper.id } })
  const body = { opinion: '同意', version: submitted.paper.version }
  const approved = await approver.call(endpoints.approvePaper, { params: { paperId: paper.id }, body })
  return approved.versions[0]?.id ?? ''
}

const seats = new Set<string>()

/** Makes whoever has an account a leader of a unit; once, however often it is asked. */
export async function seated(
  organiser: Caller,
  place: Pick<Place, 'id'>,
  { personId, role = 'member' }: { readonly personId: string; readonly role?: PostRole },
): Promise<void> {
  const key = `${place.id} ${personId}`
  if (seats.has(key)) return
  seats.add(key)
  const post = { seat: null, leadIds: [], branchId: null, fromOn: '2026-01-01', toOn: null, caption: '' }
  const body = { ...post, personId, role }
  await organiser.call(endpoints.createPost, { params: { organisationId: place.id }, body })
}
