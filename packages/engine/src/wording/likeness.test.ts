import { describe, expect, it } from 'vitest'
import { bigramsOf, chineseBigramsOf, dice, overlap } from './likeness.ts'
import { rareLikenessAmong } from './rare-likeness.ts'

describe('likeness', () => {
  const short = '学习不够深入'
  const long = '制定学习计划，每月集中学习，解决学习不够深入的问题'

  it('of an edited text is high by Dice, of a text told at length by overlap', () => {
    expect(dice(bigramsOf(short), bigramsOf('学习还不够深入'))).toBeGreaterThan(0.7)
    expect(dice(bigramsOf(short), bigramsOf(long))).toBeLessThan(0.5)
    expect(overlap(bigramsOf(short), bigramsOf(long))).toBe(1)
  })

  it('of few pairs can be made to count little', () => {
    expect(overlap(bigramsOf('学习'), bigramsOf(long), 8)).toBe(1 / 8)
  })

  it('of nothing is nothing', () => {
    expect([dice(bigramsOf(''), bigramsOf('')), overlap(bigramsOf(''), bigramsOf(long))]).toEqual([0, 0])
  })

  it('reaches over signs or not, as asked for', () => {
    expect([...bigramsOf('一、甲')]).toEqual(['一、', '、甲'])
    expect(chineseBigramsOf('甲乙、丙丁3戊')).toEqual(
      new Set(['甲乙', '丙丁'].flatMap((pair) => [...chineseBigramsOf(pair)])),
    )
    expect(chineseBigramsOf('甲乙、丙丁3戊').size).toBe(2)
  })

  it('counts rare pairs more than those that all have', () => {
    const things = ['食堂采购', '公车使用', '档案室', '门卫值班', '印章', '会议室', '绿化', '电梯'].map(
      (each) => `加强管理${each}`,
    )
    const [canteen = '', cars = ''] = things
    const told = '食堂采购没有比价'
    const { cosine, within } = rareLikenessAmong([...things, told].map((text) => [text]))
    expect(overlap(bigramsOf(canteen), bigramsOf(told))).toBe(overlap(bigramsOf(canteen), bigramsOf(cars)))
    expect(cosine(canteen, told)).toBeGreaterThan(2 * cosine(canteen, cars))
    expect(within('食堂采购', canteen)).toBeCloseTo(1)
  })
})
