import { describe, expect, it } from 'vitest'
import { recurrencesAmong, type StatedProblem } from './index.ts'

const problem = (text: string, aspect = ''): StatedProblem => ({ text, aspect })

const lastYear = [
  problem('理论学习不深不透，满足于念文件、传精神，研讨发言多以工作汇报代替。', '理论学习'),
  problem('公务接待审批手续不全，抽查发现3笔接待费无公函。', '财务管理'),
  problem('农民工欠薪线索转办后跟踪不到位，部分案件超期未结。', '民生服务'),
  problem('党费收缴不及时，有4名党员一次性补缴半年党费。', '组织建设'),
  problem('社保经办窗口中午无人值守，群众办事多跑腿。', '民生服务'),
]

const found = (...later: readonly StatedProblem[]): number[][] =>
  recurrencesAmong(lastYear)(later).map((all) => all.map(({ earlier }) => lastYear.indexOf(earlier)))

describe('problems come back', () => {
  it('are found in other words', () => {
    const later = [
      problem('理论武装停留在读读报纸、记记笔记，谈体会时讲的还是本职流水账。', '政治建设'),
      problem('拖欠工资的投诉“一转了之”，后续办到哪一步无人过问，有的拖了大半年没有结果。', '担当作为'),
      problem('社保窗口午间值守仍未落实，群众中午办事吃“闭门羹”。', '民生服务'),
    ]
    expect(found(...later)).toEqual([[0], [2], [4]])
  })

  it('are not seen where only the way of saying it is the same', () => {
    expect(found(problem('公务用车审批手续不全，抽查发现7次出车无派车单。', '财务管理'))).toEqual([[]])
    expect(found(problem('党员活动开展不及时，主题党日有时拖到次月补办。', '组织建设'))).toEqual([[]])
  })

  it('are found word for word whatever they are about', () => {
    const strange = problem('锣鼓队的行头年久失修，鼓面破了三面。')
    const [[again] = []] = recurrencesAmong([problem('别的事。'), strange])([
      problem('锣鼓队的行头年久失修，鼓面破了五面。'),
    ])
    expect(again?.earlier).toBe(strange)
    expect(again?.likelihood).toBeGreaterThan(0.8)
  })

  it('come with the matters and words both share, as each says them', () => {
    const [[one] = []] = recurrencesAmong(lastYear)([
      problem('农民工讨薪没人管，工资拖欠的案子还是跟踪不到位、一拖再拖。', '民生服务'),
    ])
    expect(one?.shared.matters).toContain('欠薪')
    expect(one?.shared.words).toContainEqual({ later: '农民工', earlier: '农民工' })
  })

  it('are none among no earlier ones, and of empty texts', () => {
    expect(recurrencesAmong([])([problem('党费收缴不及时。')])).toEqual([[]])
    expect(recurrencesAmong([problem(''), problem('，。')])([problem(''), problem('党费')])).toEqual([[], []])
    expect(recurrencesAmong(lastYear)([])).toEqual([])
  })

  it('are found among very many the same way, always in the same order', () => {
    const many = Array.from({ length: 3000 }, (_, at) => problem(`第${at}号路灯${at % 7}盏不亮，报修${at}天。`, '市政'))
    const among = recurrencesAmong([...many, ...lastYear])
    const later = [problem('党费收缴仍不够及时，个别党员按季度集中补交。', '组织建设')]
    expect(among(later).map((all) => all.map(({ earlier }) => earlier))).toEqual([[lastYear[3]]])
    expect(among(later)).toEqual(among(later))
  })
})
