import { type DraftKind, draftKindNames } from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'
import { type OfficialBlock, officialDocument } from '@duizhao/report'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext, Download } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { fileNameOf } from '../../platform/files/index.ts'
import { publicationBlocks, reportBlocks } from './after-meeting.ts'
import { priorBlocks, scriptBlocks } from './at-meeting.ts'
import { noticeBlocks, opinionBlocks, planBlocks, talkBlocks } from './before-meeting.ts'
import { catalogueBlocks } from './catalogue.ts'
import { type DraftFacts, draftFacts } from './draft-facts.ts'
import { listBlocks } from './lists.ts'

const blocksOf: Readonly<Record<DraftKind, (facts: DraftFacts) => OfficialBlock[]>> = {
  plan: planBlocks,
  notice: noticeBlocks,
  opinions: opinionBlocks,
  talks: talkBlocks,
  prior: priorBlocks,
  script: scriptBlocks,
  report: reportBlocks,
  publication: publicationBlocks,
  problemList: ({ problems }) => listBlocks('problemList', problems),
  rectificationList: ({ problems }) => listBlocks('rectificationList', problems),
  resultList: ({ problems }) => listBlocks('resultList', problems),
  catalogue: catalogueBlocks,
}

/**
 * A paper of a meeting as Word, laid out by GB/T 9704: facts filled in from what is recorded, the rest left under its
 * heading. That somebody took it is recorded.
 */
export async function draftPaper(context: ActorContext, meetingId: string, kind: DraftKind): Promise<Download> {
  const facts = await draftFacts(context, meetingId)
  const draft = drafted(facts, kind)
  const organisationId = facts.meeting.organisation.id
  await transaction(context.db, (tx) =>
    record(tx, context, { action: 'draft.paper', subject: draft.name, organisationId }),
  )
  return draft
}

/** One of the papers, filled in. */
export function drafted(facts: DraftFacts, kind: DraftKind): { readonly name: string; readonly bytes: Uint8Array } {
  const { meeting, today } = facts
  return document(facts, draftKindNames[kind], blocksOf[kind](facts), {
    unit: meeting.organisation.name,
    date: dateInChinese(today),
  })
}

/** A document of a meeting, called by body, meeting and what it is. */
export function document(
  { meeting: { organisation, name } }: Pick<DraftFacts, 'meeting'>,
  kind: string,
  blocks: readonly OfficialBlock[],
  signature?: { readonly unit: string; readonly date: string },
): { readonly name: string; readonly bytes: Uint8Array } {
  const title = `${organisation.name}\n${name}${kind}`
  const bytes = officialDocument({ title, blocks, ...(signature === undefined ? {} : { signature }) })
  return { name: `${fileNameOf(`${organisation.name}${name}${kind}`)}.docx`, bytes }
}
