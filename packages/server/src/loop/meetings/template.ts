import { complianceTemplates, type ComplianceTemplate } from '@duizhao/engine/compliance'
import type { MeetingRow } from './meeting-queries.ts'

/** What is asked of a meeting: what is usual for its kind, with the days and items its campaign names. */
export function templateOf({ kind, known, leadWorkdays, reportDays, reportItems }: MeetingRow): ComplianceTemplate {
  const usual = complianceTemplates[kind]
  return {
    ...usual,
    known: known ?? usual.known,
    leads:
      leadWorkdays === null
        ? usual.leads
        : usual.leads.map((lead) => (lead.paper === 'plan' ? { ...lead, days: leadWorkdays, unit: 'workday' } : lead)),
    reportDays: usual.reportDays === null || reportDays === null ? usual.reportDays : reportDays,
    reportItems: reportItems ?? [],
  }
}
