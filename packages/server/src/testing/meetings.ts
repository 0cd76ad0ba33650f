import type { CampaignFields, endpoints, GivenCall } from '@duizhao/contract'

let campaigns = 0
let meetings = 0

/** A campaign like no other, for every department, unit and branch below. */
export function someCampaign(
  more: Partial<CampaignFields> = {},
): GivenCall<typeof endpoints.createCampaign>['body'] & CampaignFields {
  campaigns += 1
  return {
    kind: 'democratic_life',
    cycleYear: 2026,
    name: `2026年度第 ${campaigns} 批民主生活会`,
    theme: '以好作风干好工作',
    aspects: [
      { title: '带头学习', points: ['学得不深', '学用脱节'] },
      { title: '带头担当', points: [] },
    ],
    mirrors: ['党章党规'],
    requiredSections: ['problems', 'causes', 'measures'],
    reportItems: ['上年度整改落实情况'],
    fromOn: '2026-12-20',
    untilOn: '2027-02-28',
    leadWorkdays: 10,
    reportDays: 15,
    known: 'regulation',
    bodyKinds: ['department', 'unit', 'branch'],
    noticePaperId: null,
    ...more,
  }
}

/** A meeting a body holds by itself. */
export function someMeeting(
  more: Partial<GivenCall<typeof endpoints.createMeeting>['body']> = {},
): GivenCall<typeof endpoints.createMeeting>['body'] {
  meetings += 1
  return { kind: 'democratic_life', cycleYear: 2026, name: `2026年度民主生活会（第 ${meetings} 次）`, ...more }
}
