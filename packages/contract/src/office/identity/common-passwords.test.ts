import { describe, expect, it } from 'vitest'
import { passwordFaults } from './account.ts'

const faulty = {
  'a common word with digits': ['Password1', 'Admin123', 'Welcome2026', 'Qwer1234!', 'Woaini520!'],
  'a common word written with signs': ['P@ssw0rd', 'P@$$w0rd!2026', 'Adm1n#2026'],
  'a common word said twice': ['AdminAdmin1', 'Testtest#1'],
  'hardly a word, and digits that say nothing': ['Aa123456', 'Abc!2026', 'Ab#20260101', 'Zz@88888888'],
  'the login with digits': ['Zhouqiming#2026', 'ZHOU_qiming1'],
  'the name': ['周启明Ab2026'],
} as const

describe.each(Object.entries(faulty))('%s', (_, passwords) => {
  it.each(passwords)('%s is refused', (password) => {
    expect(passwordFaults(password, 'zhouqiming', '周启明')).not.toEqual([])
  })
})

it.each([
  'Linjiang-2026',
  'Qiming#2026',
  'Kv7#tmLqz',
  'Fuxing#Lu-77',
  'Hong-deng-9-zhan',
  '春江水暖鸭Ya4',
  'Kx%&(=/+7',
])('%s is not', (password) => {
  expect(passwordFaults(password, 'zhouqiming', '周启明')).toEqual([])
})
