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

/** A superior's notice as it comes. */
export function noticeFile(): File {
  const lines = [
    '关于开好2026年度民主生活会的通知',
    '各党组：',
    '一、会议主题为“以好作风干好工作”。',
    '二、重点围绕以下两个方面查摆问题：',
    '（一）带头学习方面。',
    '1.学用脱节。',
    '（二）带头担当方面。',
    '三、会上要通报上年度整改措施落实情况。',
    '民主生活会于2026年12月20日至2027年1月31日召开。会前10个工作日将会议方案报市委组织部，会后15日内报送情况报告。',
  ]
  return new File([lines.join('\n')], '通知.txt')
}
