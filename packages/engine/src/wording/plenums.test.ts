import { describe, expect, it } from 'vitest'
import { heldPlenumsIn } from './plenums.ts'

const wordsIn = (text: string): string[] => heldPlenumsIn(text).map(({ words }) => words)

describe('congresses and plenums', () => {
  it.each<[text: string, words: readonly string[]]>([
    ['学习内容：党的二十届四中全会精神', ['党的二十届四中全会']],
    ['深入学习贯彻党的二十大和二十届三中全会精神', ['党的二十大', '二十届三中全会']],
    ['传达学习党的二十届二中、三中全会精神', ['党的二十届二中、三中全会']],
    ['党的十八大以来，以习近平同志为核心的党中央', ['党的十八大']],
    ['喜迎国庆，学习党的二十届四中全会公报', ['党的二十届四中全会']],
    ['以学习党的二十届四中全会精神的实际行动迎接新年', ['党的二十届四中全会']],
    ['为迎接检查学习党的二十大精神', ['党的二十大']],
    ['会议将学习党的二十大报告作为重点', ['党的二十大']],
    ['讨论贯彻党的二十届三中全会的措施，提供服务保障', ['党的二十届三中全会']],
    ['党的二十大前后，查处问题3个', ['党的二十大']],
  ])('are read where they have been held: %s', (text, words) => {
    expect(wordsIn(text)).toEqual(words)
  })

  it.each([
    '以实际行动迎接党的二十届四中全会召开',
    '以优异成绩迎接党的二十大胜利召开',
    '以优异成绩喜迎二十届四中全会',
    '结合迎接党的二十大胜利召开，持续深入开展党史学习教育',
    '迎接建党101周年和党的二十大',
    '以昂扬姿态迎接即将召开的党的二十届四中全会',
    '党的二十届四中全会即将召开',
    '党的二十届四中全会将于今年10月在北京召开',
    '中央政治局决定今年10月召开二十届四中全会',
    '在党的二十届四中全会召开前夕，全体党员要坚守岗位',
    '为党的二十大胜利召开营造良好氛围',
    '向党的二十大献礼',
    '做好党的二十大代表推荐提名工作',
    '抓好党的二十大期间信访维稳工作',
    '认真做好二十届四中全会筹备工作',
    '围绕迎接宣传贯彻党的二十大这条主线',
    '全力护航党的二十届四中全会',
    '党的二十届四中全会定于10月20日至23日在北京召开',
    '传达中央政治局关于召开二十届四中全会的决定',
    '党的二十届四中全会前，完成全部隐患整改',
    '截至党的二十届四中全会召开，全部办结',
    '在党的二十届四中全会召开之际，各支部要加强值守',
    '向党的二十届四中全会交上满意答卷',
    '部署二十届四中全会信访保障工作',
  ])('are left out where a text looks forward to them: %s', (text) => {
    expect(wordsIn(text)).toEqual([])
  })

  it.each(['全县二十大重点工程', '前二十大企业', '办好十大民生实事', '十八大类产品', '二十一大'])(
    'are not what only sounds like one: %s',
    (text) => {
      expect(wordsIn(text)).toEqual([])
    },
  )

  it('give the later of several sessions, with its day', () => {
    expect(heldPlenumsIn('党的二十届三中、四中全会')[0]?.plenum.date).toBe('2025-10-20')
    expect(heldPlenumsIn('党的二十大')[0]?.plenum).toMatchObject({ session: 0, date: '2022-10-16' })
  })

  it('a session later than the last that is known was held after it', () => {
    expect(heldPlenumsIn('党的二十届五中、六中全会')[0]).toMatchObject({
      plenum: { congress: '二十', session: 5, date: '2026-10-26' },
      isLater: true,
    })
    expect(heldPlenumsIn('党的二十届五中全会')[0]).toMatchObject({ plenum: { verified: false }, isLater: false })
  })
})
