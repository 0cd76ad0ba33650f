import { type Answer, endpoints, type GivenCall } from '@duizhao/contract'
import type { Caller } from './client.ts'

export type PaperAsInstitution = Answer<typeof endpoints.readInstitution>

let institutions = 0

/** A paper of a body that sets rules, drafted by one, approved by another; its id. */
export async function approvedRules(author: Caller, approver: Caller, organisationId: string): Promise<string> {
  institutions += 1
  const title = `机关第${institutions}项管理制度`
  const file = new File(
    [`${title}\n\n第一条　为规范管理，制定本制度。\n第二条　本制度自印发之日起施行。\n`],
    '制度.txt',
  )
  const drafted = { params: { organisationId }, query: { kind: 'rules' as const, title }, file }
  const { paper } = await author.call(endpoints.createPaper, drafted)
  const params = { paperId: paper.id }
  const { paper: seen } = await author.call(endpoints.submitPaper, { params })
  await approver.call(endpoints.approvePaper, { params, body: { opinion: '同意', version: seen.version } })
  return paper.id
}

type Fields = GivenCall<typeof endpoints.keepInstitution>['body']

/** Says that an approved paper is an institution. */
export function keptInstitution(
  by: Caller,
  paperId: string,
  fields: Partial<Fields> & Pick<Fields, 'responsibleId'>,
): Promise<PaperAsInstitution> {
  const body = { change: 'made' as const, effectiveOn: '2026-01-10', replacesId: null, version: null, ...fields }
  return by.call(endpoints.keepInstitution, { params: { paperId }, body })
}
