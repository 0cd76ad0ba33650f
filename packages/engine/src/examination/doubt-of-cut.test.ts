import { expect, it } from 'vitest'
import { outline } from '../outline/outline.ts'
import { documentOf } from '../testing/document-of.ts'
import { doubtOfCut } from './doubt-of-cut.ts'
import { examine } from './examine.ts'

const doubtsIn = async (section: string) => {
  const text = `临江市水务局领导班子对照检查材料\n\n一、存在的主要问题\n\n${section}\n\n二、整改措施\n\n1.每月核对一次记录。\n`
  const document = await documentOf(text)
  return examine(document, outline(document)).problems.map((problem) => doubtOfCut(document, problem, false))
}

it.each([
  ['a number and a shortcoming', '1.巡查记录补记不及时。\n\n2.下乡调研不够深入。', [null, null]],
  ['nothing wrong said', '1.巡查记录补记不及时。\n\n2.全局开展了三次调研。', [null, 'no_shortcoming']],
  [
    'several inside one',
    '1.巡查记录补记不及时。\n\n2.值班不严：一是交接没有签字；二是替班没有登记；三是夜间没有抽查。',
    [null, 'several'],
  ],
  ['no number', '巡查记录补记不及时，月底一次补齐。下乡调研不够深入，全年只去两个乡镇。', ['unmarked', 'unmarked']],
])('is told of a problem with %s', async (_, section, doubts) => {
  expect(await doubtsIn(section)).toEqual(doubts)
})
