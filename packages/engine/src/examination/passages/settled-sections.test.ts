import { describe, expect, test } from 'vitest'
import { outline } from '../../outline/outline.ts'
import { documentOf } from '../../testing/document-of.ts'
import { examine } from '../examine.ts'

/** The leads of what is read, by what it is. */
async function told(text: string): Promise<Record<string, readonly string[]>> {
  const document = await documentOf(text)
  const { problems, causes, measures, prior, statements } = examine(document, outline(document))
  const leads = (items: readonly { readonly lead: string }[]): string[] =>
    items.map(({ lead }) => lead.split('，')[0] ?? '')
  return Object.fromEntries(
    Object.entries({ problems, causes, measures, prior, statements })
      .map(([name, items]) => [name, leads(items)] as const)
      .filter(([, items]) => items.length > 0),
  )
}

const TITLE = '江州市水文站党支部2025年度组织生活会对照检查材料\n'
const PROBLEMS =
  '（1）巡测记录不及时。上半年有九次是第二天才填的，时间对不上。\n（2）洪水期值班交接不细。六月有两班没有把水位写进交接本。\n'
const CAUSES =
  '（1）觉得站上人少事杂，记录晚一天不要紧，心里没有把它当回事。\n（2）怕得罪老同志，看见交接不清也不愿意说。\n'
const MEASURES =
  '（1）巡测记录当天填、当天由站长签字，每周五抽查一次，6月底前补齐缺的。\n（2）交接班实行双签，没有写水位的不得下班，每月在支部会上通报。\n'

describe('标题认不出来，由各段说的是什么分出各部分', () => {
  test('原因后面没有标题的措施', async () => {
    expect(await told(`${TITLE}一、存在的问题\n${PROBLEMS}二、原因分析\n${CAUSES}${MEASURES}`)).toEqual({
      problems: ['巡测记录不及时', '洪水期值班交接不细'],
      causes: ['觉得站上人少事杂', '怕得罪老同志'],
      measures: ['巡测记录当天填、当天由站长签字', '交接班实行双签'],
    })
  })

  test('整句话作的标题', async () => {
    const text = `${TITLE}把毛病摆到桌面上来\n${PROBLEMS}往心里挖一挖\n${CAUSES}说了就要办\n${MEASURES}`
    expect(await told(text)).toEqual({
      problems: ['巡测记录不及时', '洪水期值班交接不细'],
      causes: ['觉得站上人少事杂', '怕得罪老同志'],
      measures: ['巡测记录当天填、当天由站长签字', '交接班实行双签'],
    })
  })

  test('上次整改后面的方面不归上次整改', async () => {
    const text = `${TITLE}2024年度组织生活会查摆的“水尺没有校测”“党费记得不清”两个问题，均已整改：水尺五月校过，党费换了新账本。\n【执行上级决定】\n${PROBLEMS}`
    expect(await told(text)).toEqual({
      prior: ['“水尺没有校测”', '“党费记得不清”'],
      problems: ['巡测记录不及时', '洪水期值班交接不细'],
    })
  })

  test('有标题、写得规矩的照标题', async () => {
    expect(await told(`${TITLE}一、存在的问题\n${PROBLEMS}二、整改措施\n（1）学习要经常。\n（2）作风要扎实。`)).toEqual(
      {
        problems: ['巡测记录不及时', '洪水期值班交接不细'],
        measures: ['学习要经常', '作风要扎实'],
      },
    )
  })
})
