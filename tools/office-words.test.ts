import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

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

/** Words that are too spoken for an office or said otherwise elsewhere, wherever they stand in what people read. */
const spoken: readonly (readonly [word: string, instead: string])[] = [
  ['已经过期', '已超期，或已过期（登录、口令）'],
  ['已经超期', '已超期'],
  ["'超期'", '已超期'],
  ['走到哪一步', '状态'],
  ['再看一些', '显示更多'],
  ['轻重', '程度'],
  ['看懂了什么', '核对内容'],
  ['会怎样', '处理方式'],
  ['问题里的字', '搜索问题内容'],
  ['一人负责的', '责任人'],
  ['几号问题', '问题编号'],
  ['做了什么', '进展情况、种类、操作'],
  ['哪一天', '日期，或开始日期、截止日期、召开日期'],
  ['哪一种', '种类'],
  ['哪天开', '召开日期'],
]

const packages = resolve(import.meta.dirname, '../packages')
const web = globSync('**/*.{ts,tsx}', { cwd: `${packages}/web/src` }).map((path) => `web/src/${path}`)
const contract = globSync('**/*.ts', { cwd: `${packages}/contract/src` }).map((path) => `contract/src/${path}`)
const server = globSync('**/*.ts', { cwd: `${packages}/server/src` }).map((path) => `server/src/${path}`)
/** What nobody but developers reads: tests, the fictional city, what is said of the database. */
const NOT_READ = /\.test\.|\/testing\/|\/setup\/|\/database\//
const sources = [...web, ...contract, ...server].filter((path) => !NOT_READ.test(path))

/** The texts of a source: what stands in it in Chinese, without comments and without what describes the API. */
function textsOf(path: string): string[] {
  const lines = readFileSync(`${packages}/${path}`, 'utf8').split('\n')
  return lines.filter(
    (line) => /[\u4e00-\u9fff]/u.test(line) && !/^\s*(?:\/\/|\*|\/\*)/.test(line) && !line.includes('.describe('),
  )
}

const texts = sources.map((path) => ({ path, lines: textsOf(path) }))

describe('what people read', () => {
  it('names no column and no field with 谁: it says what stands there', () => {
    const named = /(?:header: '|label="|<legend>|scope="col">)[^'"<]*谁/u
    expect(["header: '谁说'", '<legend>谁做</legend>', "words: '由谁定'"].map((line) => named.test(line))).toEqual([
      true,
      true,
      false,
    ])
    expect(texts.flatMap(({ path, lines }) => lines.filter((line) => named.test(line)).map(() => path))).toEqual([])
  })

  it('names no field and no column with a question: it says what stands there', () => {
    const named = /(?:header: '|\blabel="|\blabel=\{[^}]*'|<legend>|scope="col">)(?:为什么|怎么|什么|哪)/u
    const lines = ["header: '什么'", 'label="哪个组织的"', "label={isAccepted ? '理由' : '为什么不'}", 'label="组织"']
    expect(lines.map((line) => named.test(line))).toEqual([true, true, true, false])
    expect(texts.flatMap(({ path, lines }) => lines.filter((line) => named.test(line)).map(() => path))).toEqual([])
  })

  it('is found in more than a few sources', () => {
    expect(texts.filter(({ lines }) => lines.length > 0).length).toBeGreaterThan(300)
  })

  it.each(spoken)('does not say %s (instead: %s)', (word) => {
    const found = texts.flatMap(({ path, lines }) =>
      lines.filter((line) => line.includes(word)).map((line) => `${path}: ${line.trim()}`),
    )
    expect(found).toEqual([])
  })
})

const folder = resolve(import.meta.dirname, '../packages/web/src')
const pages = globSync('**/*.tsx', { cwd: folder }).filter((path) => !path.includes('.test.'))

it.each(instead)('no page says %s (instead: %s)', (word) => {
  expect(pages.filter((path) => readFileSync(`${folder}/${path}`, 'utf8').includes(word))).toEqual([])
})
