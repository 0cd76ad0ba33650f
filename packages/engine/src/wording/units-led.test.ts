import { expect, it } from 'vitest'
import { unitsLedIn } from './units-led.ts'

it.each<[cell: string, units: string[]]>([
  ['办公室、河长制科', ['办公室', '河长制科']],
  ['分管办公室、人事科工作。', ['办公室', '人事科']],
  ['负责：水政科，水利工程建设', ['水政科', '水利工程建设']],
  ['办 公 室；水政科\n财务科', ['办公室', '水政科', '财务科']],
  ['主持全面工作', []],
  ['主持党组全面工作，分管财务科', ['财务科']],
  ['水务局/办公室', ['水务局/办公室']],
  ['—', []],
  ['无', []],
])('%s', (cell, units) => {
  expect(unitsLedIn(cell)).toEqual(units)
})
