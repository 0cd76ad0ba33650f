import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect, it } from 'vitest'

/** What was said at one time and is said otherwise in an office, each with what is said instead. */
const instead: readonly (readonly [word: string, instead: string])[] = [
  ['几号以前', '答复期限'],
  ['两遍不一样', '两次输入不一致'],
  ['还没有轮到', '未到'],
  ['看到了什么', '检查情况'],
  ['去掉', '删除'],
  ['没有更多', '共 N 个'],
  ['已经超期', '已超期'],
  ["header: '可以做'", '操作'],
  ["header: '谁'", '人员'],
  ["header: '做了什么'", '操作'],
  ["header: '哪一天'", '日期'],
  ["header: '哪一种'", '种类'],
  ['存为JSON', '存为数据文件'],
  ['DUIZHAO_', '只有维护服务器的人才知道的名称'],
]

const folder = resolve(import.meta.dirname, '../packages/web/src')
const pages = globSync('**/*.tsx', { cwd: folder }).filter((path) => !path.includes('.test.'))

it.each(instead)('no page says %s (instead: %s)', (word) => {
  expect(pages.filter((path) => readFileSync(`${folder}/${path}`, 'utf8').includes(word))).toEqual([])
})
