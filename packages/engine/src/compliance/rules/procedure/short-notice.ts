import { dateInChinese } from '../../../wording/write-date.ts'
import { allOf, someOf } from '../../facts.ts'
import { late, met, undone, unknown } from '../../judgement.ts'
import { leadLimit } from '../../due-days.ts'
import type { ComplianceRule } from '../../rule.ts'

const notice = { kind: 'notice', where: null } as const
const LEADS = [{ paper: 'notice', name: '会议通知', days: 3, unit: 'day' }] as const
const WORKDAYS = [{ paper: 'notice', name: '会议通知', days: 3, unit: 'workday' }] as const
const isWorkday = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay())

export const shortNotice: ComplianceRule = {
  id: 'procedure/short-notice',
  step: 'plan',
  name: '提前的日子不够',
  severity: 'advice',
  why: '方案和通知来得太晚，学习、征求意见、谈话就来不及做。',
  source: { title: '民主生活会方案提前报批实践（各地规定不一）', known: 'practice' },
  *judge({ day, papers, asOf, isWorkday: calendar }, { leads }) {
    if (day === null) return yield unknown('不知道哪天开会')
    for (const lead of leads) {
      const due = leadLimit(lead, day, calendar)
      if (due === null) {
        yield unknown('不知道哪些天上班')
        continue
      }
      // A paper of after the meeting is out of order, which is told elsewhere.
      const own = papers.items.filter((paper) => paper.kind === lead.paper && (paper.day ?? day) <= day)
      for (const { day: written, where } of own) {
        if (written === null) yield unknown(`${lead.name}没有日期`)
        else if (written <= due) yield met({ due, places: [where] })
        else {
          const words = `${lead.name}写于${dateInChinese(written)}，离${dateInChinese(day)}开会不到${lead.days}`
          yield late(`${words}${UNITS[lead.unit]}，请核对当地要求`, { due, places: [where] })
        }
      }
      if (own.length > 0) continue
      // That there is none at all is told where papers are missing.
      const none = undone<never>(`还没有${lead.name}`, asOf, { due })
      yield papers.isAll && none.state === 'pending' ? none : unknown(`没有见到${lead.name}`)
    }
  },
  examples: {
    met: [
      {
        given: '1月28日通知，2月4日开会',
        facts: { day: '2026-02-04', papers: someOf([{ ...notice, day: '2026-01-28' }]) },
        template: { leads: LEADS },
      },
      {
        given: '星期五通知，下星期三开会，要求提前三个工作日',
        facts: { day: '2026-02-04', papers: someOf([{ ...notice, day: '2026-01-30' }]), isWorkday },
        template: { leads: WORKDAYS },
      },
    ],
    late: [
      {
        given: '2月3日通知，2月4日开会',
        facts: { day: '2026-02-04', papers: someOf([{ ...notice, day: '2026-02-03' }]) },
        template: { leads: LEADS },
        says: ['会议通知写于2026年2月3日，离2026年2月4日开会不到3天，请核对当地要求'],
      },
      {
        given: '星期五通知，下星期二开会，要求提前三个工作日',
        facts: { day: '2026-02-03', papers: someOf([{ ...notice, day: '2026-01-30' }]), isWorkday },
        template: { leads: WORKDAYS },
        says: ['会议通知写于2026年1月30日，离2026年2月3日开会不到3个工作日，请核对当地要求'],
      },
    ],
    pending: [
      {
        given: '2月4日开会，2月1日还没有通知',
        facts: { asOf: '2026-02-01', day: '2026-02-04', papers: allOf([]) },
        template: { leads: LEADS },
        says: ['还没有会议通知'],
      },
    ],
    unknown: [
      {
        given: '没有见到通知',
        facts: { asOf: '2026-02-01', day: '2026-02-04' },
        template: { leads: LEADS },
        says: ['没有见到会议通知'],
      },
      {
        given: '通知没有日期',
        facts: { day: '2026-02-04', papers: allOf([{ ...notice, day: null }]) },
        template: { leads: LEADS },
        says: ['会议通知没有日期'],
      },
      {
        given: '要求提前三个工作日，不知道哪些天上班',
        facts: { day: '2026-02-04', papers: allOf([{ ...notice, day: '2026-02-03' }]) },
        template: { leads: WORKDAYS },
        says: ['不知道哪些天上班'],
      },
      {
        given: '不知道哪天开会',
        facts: { papers: allOf([{ ...notice, day: '2026-02-03' }]) },
        says: ['不知道哪天开会'],
      },
    ],
  },
}

const UNITS = { day: '天', workday: '个工作日' } as const
