import { ledgerRules, reconcileRules } from '@duizhao/engine'
import { describe, expect, it } from 'vitest'
import { fileNames } from './file-names.ts'
import { placeWordsIn } from './place-words.ts'
import { ruleName } from '../outcome/rule-facts.ts'

describe('findings in words', () => {
  it('say where they are in words', () => {
    const placeWords = placeWordsIn([{ path: '会议/通知.txt', text: '一\n二' }])
    const second = { kind: 'text', path: '会议/通知.txt', start: 2, end: 3 } as const
    expect(placeWords([{ kind: 'file', path: '会议/通知.txt' }])).toBe('通知.txt')
    expect(placeWords([second])).toBe('通知.txt 第2行')
    const row = { kind: 'cell', path: '台账.xlsx', sheet: '台账', row: 4, address: '5' } as const
    expect(placeWords([{ ...row, column: null }])).toBe('台账.xlsx 台账 第5行')
    expect(placeWords([{ ...row, column: 1, address: 'B5' }, { ...row, column: null }, second, second])).toBe(
      '台账.xlsx 台账 B5、第5行\n通知.txt 第2行',
    )
  })

  it('call files by their names, by their paths where two have one name', () => {
    const nameOf = fileNames(['甲/台账.xlsx', '乙/台账.xlsx', '丙/方案.docx'])
    expect(['甲/台账.xlsx', '丙/方案.docx'].map(nameOf)).toEqual(['甲/台账.xlsx', '方案.docx'])
  })

  it('know the names of all rules', () => {
    const all = [...ledgerRules, ...reconcileRules]
    expect(all.map(({ id }) => ruleName(id))).toEqual(all.map(({ name }) => name))
    expect(ruleName('none/such')).toBe('none/such')
  })
})
