import { expect, test } from 'vitest'
import { kindOfTable } from './list-kind.ts'
import { tableOf } from './testing/table-of.ts'

test.each([
  ['ledger', ['序号|反馈问题|整改措施|责任单位|整改进展|是否销号', '1|学习不够|定计划|办公室|已印发|是']],
  ['rectification_list', ['序号|查摆问题|整改措施|责任人|完成时限', '1|学习不够|定计划|李明|3月']],
  ['rectification_list', ['序号|整改任务|责任领导|时限', '1|修订制度|陈立|3月']],
  ['problem_list', ['序号|存在问题|问题来源|责任人', '1|学习不够|征求意见|李明']],
  ['opinion_list', ['序号|意见建议|提出人|采纳情况', '1|多到基层|李明|采纳']],
  ['opinion_list', ['序号|意见建议|意见来源|整改措施|时限', '1|多到基层|座谈|每月一次|3月']],
  ['attendance', ['序号|姓名|单位|职务|签名', '1|李明|办公室|主任|']],
  ['attendance', ['组织生活会签到表|<', '李明|王芳']],
  ['other', ['单位|经费|结余', '办公室|12.5|3.1']],
  ['other', ['||']],
])('%s', (kind, lines) => {
  const found = kindOfTable(tableOf(...lines))
  expect(found.kind).toBe(kind)
  expect(found.reason).not.toBe('')
})

test('理由里有表头的原话', () => {
  expect(kindOfTable(tableOf('序号|反馈问题|整改措施|整改进展', '1|学习不够|定计划|已印发')).reason).toBe(
    '表头有“反馈问题”“整改措施”“整改进展”',
  )
})
