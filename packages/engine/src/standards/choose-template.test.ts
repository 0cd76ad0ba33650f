import { describe, expect, test } from 'vitest'
import { chooseTemplate, findTemplate, yearOfCampaign } from './choose-template.ts'
import { meetingTemplates } from './meeting-templates.ts'

describe('选择会议模板', () => {
  test.each([
    ['年度和会议都写明', '正文', 2024, 'democratic_life', '2024-democratic-life'],
    ['只写了专题名称', '党史学习教育专题民主生活会', null, 'democratic_life', '2021-democratic-life'],
    ['巡视整改专题会不分年度', '落实巡视反馈意见', null, 'inspection_rectification', 'inspection-rectification'],
    ['什么都没写', '随便写几句', null, null, undefined],
    ['没有模板的年度', '正文', 2009, 'democratic_life', undefined],
    ['只知道是民主生活会', '民主生活会', null, 'democratic_life', undefined],
  ] as const)('%s', (_, text, year, meeting, id) => {
    expect(chooseTemplate(text, year, meeting)?.id).toBe(id)
  })

  test('编号不重复，都能按编号找到', () => {
    for (const template of meetingTemplates) expect(findTemplate(template.id)).toBe(template)
    expect(new Set(meetingTemplates.map(({ id }) => id)).size).toBe(meetingTemplates.length)
  })

  test('专题名称说明年度，几个年度都有的名称不说明', () => {
    expect(yearOfCampaign('今天召开党史学习教育专题民主生活会')).toBe(2021)
    expect(yearOfCampaign('“不忘初心、牢记使命”专题民主生活会')).toBe(2019)
    expect(yearOfCampaign('今天召开民主生活会')).toBeNull()
  })
})
