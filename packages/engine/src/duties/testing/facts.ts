import type { Duty, DutyFacts, DutyRecord } from '../duty.ts'

/** A monthly meeting of a branch that has kept records since long ago. */
export const monthly: Duty = {
  kinds: ['committee_meeting'],
  subject: '',
  amount: 1,
  unit: 'times',
  per: 'month',
  dueWorkdays: 0,
  known: 'read',
  from: '2020-01-01',
  to: null,
}

export const facts: DutyFacts = {
  records: [],
  waivers: [],
  keepsFrom: '2020-01-01',
  held: null,
  changes: [],
  today: '2026-11-29',
  calendar: {
    holidays: [
      { name: '元旦', from: '2026-01-01', to: '2026-01-03' },
      { name: '中秋', from: '2026-09-25', to: '2026-09-27' },
      { name: '国庆', from: '2026-10-01', to: '2026-10-07' },
      { name: '元旦', from: '2026-12-31', to: '2027-01-02' },
    ],
    isWorkday: (day) => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay()),
  },
}

/** A committee meeting on a day. */
export function meeting(onDay: string, more: Partial<DutyRecord> = {}): DutyRecord {
  return { id: onDay, kinds: ['committee_meeting'], subjects: [], onDay, makesUpOn: null, hours: null, ...more }
}
