import { expect, test } from 'vitest'
import type { SourceDocument } from '../reading/source-document.ts'
import { drawTable } from '../tables/testing/table-of.ts'
import { documentOf } from '../testing/document-of.ts'
import { itemsOfTables, ledgersOf } from './table-items.ts'

/** What the items say, at the places they give. */
function told(document: SourceDocument): Record<string, string[]> {
  const { problems, causes, measures } = itemsOfTables(document, ledgersOf(document))
  const words = (items: typeof problems): string[] => items.map(({ span }) => document.text.slice(span.start, span.end))
  return { problems: words(problems), causes: words(causes), measures: words(measures) }
}

test('台账里的问题、原因、措施，合并的格只算一次', () => {
  const { document } = drawTable([
    '序号|反馈问题|原因|整改措施',
    '1|学习不够系统|抓得不紧|1.制定计划；2.每月交流。',
    '2|调研不够深入|^|每季度蹲点3天',
  ])
  expect(told(document)).toEqual({
    problems: ['学习不够系统', '调研不够深入'],
    causes: ['抓得不紧'],
    measures: ['制定计划；', '每月交流。', '每季度蹲点3天'],
  })
})

test('一个问题分几个表现整改，表现各是一个问题', () => {
  const { document } = drawTable([
    '反馈问题|具体表现|整改措施',
    '学习不够|集中学习少|每月一次',
    '^|交流研讨少|轮流主讲',
  ])
  expect(told(document)).toMatchObject({ problems: ['集中学习少', '交流研讨少'] })
})

test('任务清单只有措施', () => {
  const { document } = drawTable(['序号|整改任务|责任领导', '1|修订制度|陈立'])
  expect(told(document)).toEqual({ problems: [], causes: [], measures: ['修订制度'] })
})

test('Markdown 表里的换行、加粗不影响位置', async () => {
  const document = await documentOf(
    '| 序号 | 问题 | 整改措施 |\n| --- | --- | --- |\n| 1 | **学习**不够 | 1.定计划；<br>2.**每月**交流 |\n',
    '清单.md',
  )
  expect(told(document)['measures']).toEqual(['定计划；', '每月**交流'])
})

test('一格里编了号、分行写的几个问题各是一个，举例的一行不是', async () => {
  const document = await documentOf(
    [
      '| 序号 | 存在问题 | 整改措施 |',
      '| --- | --- | --- |',
      '| 1 | 学习不够系统，没有全年计划。<br>学用脱节，研讨题目空。 | 定计划 |',
      '| 2 | 1.主题党日形式单一。<br>2.**批评**不敢动真。 | 换题目 |',
      '| 3 | 调研不够深入。<br>如去年只到乡镇3次。 | 蹲点 |',
      '| 4 | 会议偏多，<br>文件偏长。 | 精简 |',
    ].join('\n'),
    '清单.md',
  )
  expect(told(document)['problems']).toEqual([
    '学习不够系统，没有全年计划。',
    '学用脱节，研讨题目空。',
    '主题党日形式单一。',
    '批评**不敢动真。',
    '调研不够深入。<br>如去年只到乡镇3次。',
    '会议偏多，<br>文件偏长。',
  ])
})

test('名单、通讯录里没有问题', () => {
  const { document } = drawTable(['姓名|单位|职务', '李明|办公室|主任'])
  expect(told(document)).toEqual({ problems: [], causes: [], measures: [] })
})
