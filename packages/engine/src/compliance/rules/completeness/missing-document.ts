import { meetingDocumentNames } from '../../../standards/meeting-papers.ts'
import { daysAfter } from '../../../wording/days.ts'
import { ALL_IS_DUE, allOf, someOf } from '../../facts.ts'
import { met, undone, unknown } from '../../judgement.ts'
import type { ComplianceRule } from '../../rule.ts'

export const missingDocument: ComplianceRule = {
  id: 'completeness/missing-document',
  step: 'report',
  name: '归档材料不全',
  severity: 'warning',
  why: '上级检查先看档案齐不齐，缺哪一份就说明哪个环节没有做或者没有留下记录。',
  source: { title: '民主生活会、组织生活会归档实践', known: 'practice' },
  *judge({ papers, day, asOf }, template) {
    if (!papers.isAll) return yield unknown('不知道材料是不是都在这里')
    const kinds = new Set(papers.items.map(({ kind }) => kind))
    for (const kind of template.papers) {
      const due = day === null || template.before.includes(kind) ? day : daysAfter(day, template.followUpDays)
      if (kinds.has(kind)) yield met()
      else yield undone(`没有找到${meetingDocumentNames[kind]}，请补齐或核对文件`, asOf, { due })
    }
  },
  examples: {
    met: [
      {
        given: '要求通知和记录，都有',
        facts: {
          papers: allOf([
            { kind: 'notice', day: null, where: null },
            { kind: 'minutes', day: null, where: null },
          ]),
        },
        template: { papers: ['notice', 'minutes'] },
      },
    ],
    missing: [
      {
        given: '1月14日开会，1月30日还没有整改清单',
        facts: { asOf: '2026-01-30', day: '2026-01-14', papers: allOf([{ kind: 'minutes', day: null, where: null }]) },
        template: { papers: ['minutes', 'rectification_list'] },
        says: ['没有找到整改清单、方案，请补齐或核对文件'],
      },
      {
        given: '1月14日开会，第二天还没有通知',
        facts: { asOf: '2026-01-15', day: '2026-01-14', papers: allOf([]) },
        template: { papers: ['notice'] },
        says: ['没有找到会议通知，请补齐或核对文件'],
      },
    ],
    pending: [
      {
        given: '1月14日开会，当天还没有记录',
        facts: { asOf: '2026-01-14', day: '2026-01-14', papers: allOf([]) },
        template: { papers: ['minutes'] },
        says: ['没有找到会议记录，请补齐或核对文件'],
      },
    ],
    unknown: [
      {
        given: '只见到几份材料',
        facts: { asOf: ALL_IS_DUE, papers: someOf([{ kind: 'minutes', day: null, where: null }]) },
        says: ['不知道材料是不是都在这里'],
      },
      {
        given: '没有通知，不知道哪天开会',
        facts: { asOf: '2026-01-14', papers: allOf([]) },
        template: { papers: ['notice'] },
        says: ['不知道哪一天到期，看不出该不该有'],
      },
    ],
  },
}
