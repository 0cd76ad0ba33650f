import { paperStateNames } from '@duizhao/contract'
import { complianceTemplates, meetingDocumentNames } from '@duizhao/engine/compliance'
import { dateInChinese } from '@duizhao/engine/wording'
import type { OfficialBlock } from '@duizhao/report'
import { paragraph, sections } from './blocks.ts'
import { type DraftFacts, stepOf } from './draft-facts.ts'

/** 归档目录: the papers there are with their numbers and days, the records the meeting stands on, and what the archive holds by practice. */
export function catalogueBlocks(facts: DraftFacts): OfficialBlock[] {
  const { meeting, papers } = facts
  const records = [...(stepOf(facts, 'study')?.sources ?? []), ...(stepOf(facts, 'session')?.sources ?? [])].filter(
    ({ kind }) => kind === 'record',
  )
  const rows = [
    ...papers.map(({ title, number, issuedOn, state }) => [
      title,
      number,
      issuedOn === null ? paperStateNames[state] : dateInChinese(issuedOn),
    ]),
    ...records.map(({ name, day }) => [name, '', day === null ? '' : dateInChinese(day)]),
  ]
  const usual = complianceTemplates[meeting.kind].papers.map((kind) => meetingDocumentNames[kind])
  return sections([
    {
      heading: '现有的文件和记录',
      blocks:
        rows.length === 0
          ? [paragraph('还没有。')]
          : [
              {
                kind: 'table',
                columns: [
                  { header: '序号', share: 10 },
                  { header: '名称', share: 50 },
                  { header: '文号', share: 20 },
                  { header: '日期', share: 20 },
                ],
                rows: rows.map((row, at) => [`${at + 1}`, ...row]),
              },
            ],
    },
    { heading: '一般应当归档的', blocks: [paragraph(usual.join('、'))] },
  ])
}
