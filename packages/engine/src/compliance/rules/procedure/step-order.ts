import { meetingDocumentNames } from '../../../standards/meeting-papers.ts'
import { dateInChinese } from '../../../wording/write-date.ts'
import { someOf } from '../../facts.ts'
import { late, met, missing, unknown } from '../../judgement.ts'
import type { ComplianceRule } from '../../rule.ts'

export const stepOrder: ComplianceRule = {
  id: 'procedure/step-order',
  step: 'report',
  name: '环节先后颠倒',
  severity: 'warning',
  why: '会前的事记在会后，会后的事记在会前，说明是补记的或者日期写错了。',
  source: { title: '民主生活会、组织生活会程序实践：会前、会中、会后', known: 'practice' },
  *judge({ day, papers }, { before, after }) {
    if (day === null) return yield unknown('不知道哪天开会')
    const dated = papers.items.flatMap(({ kind, day: own, where }) => (own === null ? [] : [{ kind, own, where }]))
    const ordered = dated.filter(({ kind }) => before.includes(kind) || after.includes(kind))
    if (ordered.length === 0) return yield unknown('会前、会后的材料没有日期')
    for (const { kind, own, where } of ordered) {
      const words = `${meetingDocumentNames[kind]}的日期是${dateInChinese(own)}`
      if (before.includes(kind) && own > day)
        yield late(`${words}，晚于会议日期${dateInChinese(day)}，请核对`, { due: day, places: [where] })
      else if (after.includes(kind) && own < day)
        yield missing(`${words}，早于会议日期${dateInChinese(day)}，请核对`, { places: [where] })
      else yield met({ places: [where] })
    }
  },
  examples: {
    met: [
      {
        given: '1月9日学习，1月16日开会，1月20日报告',
        facts: {
          day: '2026-01-16',
          papers: someOf([
            { kind: 'study_record', day: '2026-01-09', where: null },
            { kind: 'meeting_report', day: '2026-01-20', where: null },
          ]),
        },
      },
    ],
    late: [
      {
        given: '1月16日开会，1月19日学习',
        facts: { day: '2026-01-16', papers: someOf([{ kind: 'study_record', day: '2026-01-19', where: null }]) },
        says: ['学习记录的日期是2026年1月19日，晚于会议日期2026年1月16日，请核对'],
      },
    ],
    missing: [
      {
        given: '1月16日开会，报告写于1月9日',
        facts: { day: '2026-01-16', papers: someOf([{ kind: 'meeting_report', day: '2026-01-09', where: null }]) },
        says: ['会议情况报告的日期是2026年1月9日，早于会议日期2026年1月16日，请核对'],
      },
    ],
    unknown: [
      {
        given: '学习记录没有日期',
        facts: { day: '2026-01-16', papers: someOf([{ kind: 'study_record', day: null, where: null }]) },
        says: ['会前、会后的材料没有日期'],
      },
      {
        given: '不知道哪天开会',
        facts: { papers: someOf([{ kind: 'study_record', day: '2026-01-19', where: null }]) },
        says: ['不知道哪天开会'],
      },
    ],
  },
}
