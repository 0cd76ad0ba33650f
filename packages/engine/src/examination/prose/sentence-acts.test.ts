import { describe, expect, test } from 'vitest'
import { outline } from '../../outline/outline.ts'
import { documentOf } from '../../testing/document-of.ts'
import { examine } from '../examine.ts'
import { FEATURE_PLACES, sentenceFeatures } from './sentence-features.ts'
import { actsOfSentences } from './sentence-acts.ts'

describe('一句话做什么', () => {
  const acts = (...sentences: string[]): string[] => actsOfSentences(sentences, 'problems').map(({ act }) => act)

  test('大白话说的毛病，没有一个词典里的词', () => {
    expect(acts('夜里的表我拿上一班的照着填，天亮了再补签名。', '学徒问我要领，我三句两句就把人打发了。')).toEqual([
      'shortcoming',
      'shortcoming',
    ])
  })

  test('成绩不是毛病，转折之后才是', () => {
    expect(acts('我在司炉岗位干了九年，没有出过一次事故。', '可是安全帽我常常拿在手里，进了炉间才想起来戴。')).toEqual([
      'praise',
      'shortcoming',
    ])
  })

  test('举的例子跟着前面的毛病', () => {
    expect(acts('我对新来的工友帮得少。', '小马来了半年，连阀门朝哪边关都没有人跟他讲过。')).toEqual([
      'shortcoming',
      'more',
    ])
  })

  test('同样的话每次结果一样，把握在零和一之间', () => {
    const sentences = ['学习抓得不紧，去年只读完一本书。', '笔记是年底一次补的。']
    const told = actsOfSentences(sentences, 'problems')
    expect(actsOfSentences(sentences, 'problems')).toEqual(told)
    for (const { confidence } of told) expect(confidence > 0 && confidence <= 1).toBe(true)
    expect(actsOfSentences([], 'problems')).toEqual([])
  })

  test('一段里有八千句也说得完', () => {
    const sentences = Array.from({ length: 8000 }, (_, i) => (i % 2 === 0 ? '学习抓得不紧。' : '笔记是年底补的。'))
    const told = acts(...sentences)
    expect(told).toHaveLength(8000)
    expect(told.slice(0, 2)).toEqual(acts(...sentences.slice(0, 2)))
  })

  test('每个特征都在表里', () => {
    const [features = new Set()] = sentenceFeatures(['学习抓得不紧。'], 'any')
    expect(features.size).toBeGreaterThan(30)
    for (const place of features) expect(place >= 0 && place < FEATURE_PLACES).toBe(true)
  })
})

test('一个标题也没有的材料，由各段说什么分出问题、原因、措施', async () => {
  const text = [
    '组织生活会个人对照检查',
    '大家好，我叫单青，在锅炉班烧火，入党八年了。',
    '学习上我是能躲就躲，发的书拿回家垫了桌脚。轮到我读报，我总说嗓子不好，推给别人。',
    '班里的事我不大操心。新来的小马不会看水位，我看见了也没有说一声。值班记录我常常照着前一天的抄。',
    '为啥会这样呢，我想过。说到底是觉得烧好火就行，别的都是虚的。还有就是怕麻烦，多一事不如少一事。',
    '往后我这么改。读书，每个月读完一本，在班里讲一讲。带人，小马跟我结对子，三个月里教会他看水位。',
  ].join('\n')
  const document = await documentOf(text)
  const { problems, causes, measures } = examine(document, outline(document))
  // 每段第一句是总说，后面的跟着它。
  expect(problems.map(({ lead }) => lead)).toEqual(['学习上我是能躲就躲', '班里的事我不大操心'])
  expect(causes.map(({ lead }) => lead)).toEqual(['说到底是觉得烧好火就行', '还有就是怕麻烦'])
  expect(measures.slice(-2).map(({ lead }) => lead)).toEqual(['读书，每个月读完一本', '带人，小马跟我结对子'])
})
