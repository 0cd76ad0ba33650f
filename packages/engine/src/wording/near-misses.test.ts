import { describe, expect, it } from 'vitest'
import { nearMissesIn } from './near-misses.ts'

const said = (text: string): string[] =>
  nearMissesIn(text).map(({ start, end, right }) => `${text.slice(start, end)}→${right}`)

describe('near misses', () => {
  it.each<[text: string, found: string]>([
    ['对新时代中国特设社会主义思想学得不深', '中国特设社会主义→中国特色社会主义'],
    ['主题责任落实不够', '主题责任→主体责任'],
    ['截止目前没有整改', '截止目前→截至目前'],
    ['没有做到率先垂犯', '率先垂犯→率先垂范'],
    ['问题暴漏较晚', '暴漏→暴露'],
    ['对照习近向总书记关于党的建设的重要思想', '习近向总书记关于党的建设的重要思想→习近平总书记关于党的建设的重要思想'],
    ['发挥先锋模作用不够', '先锋模作用→先锋模范作用'],
    ['发挥先锋模范范作用不够', '先锋模范范作用→先锋模范作用'],
    ['推进全面从治严党', '全面从治严党→全面从严治党'],
  ])('one character off a phrase or a word: %s', (text, found) => {
    expect(said(text)).toEqual([found])
  })

  it.each([
    ['two words in a row', '相关负责人落实整改，社会主义法治国家建设，不服人民法院判决'],
    ['another right word', '开展环境整治建设，监督权利行使，加强法制意识教育，安全巡查到位'],
    ['another right phrase', '开展批评和自我批评，外出截止日期前返回，尽己所能帮助群众'],
    ['numbers', '学习党的二十届四中全会精神，三个方面问题，四个方面措施'],
    ['words that join', '中央八项规定及实施细则精神，存在的问题与不足，查摆的突出问题'],
    ['names', '李维康、张金柱、王力宏、赵建设同志，小薛和老韩'],
    ['statutes', '根据《中华人民共和国水法》《中华人民共和国防洪法》制定本办法，建账立制'],
  ])('are none: %s', (_, text) => {
    expect(said(text)).toEqual([])
  })

  it('reads a long text in a moment, whatever it repeats', () => {
    for (const unit of ['中国特色', '全面从严治', '的', '主体', '暴漏'])
      expect(nearMissesIn(unit.repeat(30_000)).length).toBeLessThanOrEqual(30_000)
  })
})
