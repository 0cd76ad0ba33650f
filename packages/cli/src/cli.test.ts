import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { jsonResultSchema } from '@duizhao/report'
import type { JsonResult } from '@duizhao/report'
import { CLEAN_OWN, COPIED, folderOf, material, runCli, spawnCli } from './testing/run-cli.ts'

const samples = resolve(import.meta.dirname, '../../../samples/materials')

function office(): string {
  return folderOf({
    '材料/水务局.txt': material('临江市水务局', CLEAN_OWN.water),
    '材料/下级/档案馆.md': material('临江市档案馆', CLEAN_OWN.archive),
    '材料/~$水务局.docx': 'Word 的临时文件',
    '材料/.隐藏.txt': '隐藏文件',
    '材料/照片.jpg': '不是文档',
  })
}

async function reviewJson(folder: string, ...args: readonly string[]): Promise<JsonResult> {
  const { out } = await runCli(folder, 'review', '材料', '--format', 'json', ...args)
  return jsonResultSchema.parse(JSON.parse(out))
}

describe('duizhao review', () => {
  it('reads a folder with its subfolders, in the order of the paths, whatever the number of jobs', async () => {
    const folder = office()
    const one = await reviewJson(folder)
    const three = await reviewJson(folder, '--jobs', '3')
    expect(one.documents.map(({ path }) => path)).toEqual(['材料/下级/档案馆.md', '材料/水务局.txt'])
    expect(three).toEqual(one)
  })

  it('says what a document contains, and its spans point into what `read` prints', async () => {
    const folder = office()
    const [, document] = (await reviewJson(folder)).documents
    const { out: text } = await runCli(folder, 'read', '材料/水务局.txt')
    expect(document).toMatchObject({ kind: 'team', year: 2024, characters: text.length })
    expect(document?.problems.map(({ lead }) => lead)).toEqual([
      '理论学习不够深入',
      '请示报告不够及时',
      expect.stringContaining('压力传导不到位'),
    ])
    expect(document?.problems.map(({ aspect }) => aspect)).toEqual([
      expect.stringContaining('政治纪律'),
      expect.stringContaining('政治纪律'),
      expect.stringContaining('从严治党'),
    ])
    expect(document?.measures).toHaveLength(2)
    const doubled = document?.findings.find(({ rule }) => rule === 'wording/doubled-words')
    expect(text.slice(doubled?.start, doubled?.end)).toBe('的要求的要求')
  })

  it('is a program: what it prints and ends with in a process of its own is the same', async () => {
    const folder = office()
    const args = ['review', '材料', '--fail-on', 'warning']
    expect(await spawnCli(folder, ...args)).toEqual(await runCli(folder, ...args))
    expect(await spawnCli(folder, '--nonsense')).toEqual(await runCli(folder, '--nonsense'))
  })

  it('ends with 0, 1 or 2 as --fail-on asks and files could be read', async () => {
    const folder = office()
    const codes = async (...args: string[]): Promise<number> => (await runCli(folder, 'review', ...args)).code
    expect(await codes('材料')).toBe(1)
    expect(await codes('材料', '--fail-on', 'never')).toBe(0)
    expect(await codes('材料', '没有这个文件.docx', '--fail-on', 'never')).toBe(2)
    expect(await codes('--nonsense')).toBe(2)
  })

  it('goes on when a file cannot be read, and says what happened and what to do', async () => {
    const folder = folderOf({ '材料/空.docx': '', '材料/好.txt': material('临江市水务局', CLEAN_OWN.water) })
    const { documents } = await reviewJson(folder)
    expect(documents[0]?.error).toBeUndefined()
    expect(documents[1]).toMatchObject({ path: '材料/空.docx', characters: 0, findings: [] })
    expect(documents[1]?.error).toMatch(/空\.docx.*。请.*。/)
  })

  it('prints no colours and no progress where there is no terminal', async () => {
    const { out, err } = await runCli(office(), 'review', '材料')
    expect(out).not.toContain('\u001b')
    expect(err).toBe('另有 1 个文件不是文档，没有读：材料/照片.jpg。\n')
    expect(out).toMatch(/材料\/水务局\.txt:\d+:\d+ 错误 wording\/doubled-words /)
    expect(out.trimEnd().split('\n').at(-1)).toMatch(/^审核 2 份材料，/)
  })

  it('finds who copied from whom', async () => {
    const folder = folderOf({
      '材料/甲.txt': material('临江市水务局', COPIED),
      '材料/乙.txt': material('云溪区教育局', COPIED),
    })
    const { similarity, documents } = await reviewJson(folder)
    expect(similarity).toHaveLength(1)
    const [passage] = similarity[0]?.passages ?? []
    expect(passage && passage.a.end - passage.a.start).toBeGreaterThan(40)
    expect(documents.every(({ findings }) => findings.some(({ rule }) => rule === 'similarity/copied'))).toBe(true)
  })

  it('takes the names of the unit one by one, before or after the paths', async () => {
    const { code } = await runCli(
      office(),
      'review',
      '--unit',
      '水务局',
      '--unit',
      '市水务局',
      '材料',
      '--fail-on',
      'never',
    )
    expect(code).toBe(0)
  })

  it('refuses an unknown template and names those there are', async () => {
    const { code, err } = await runCli(office(), 'review', '材料', '--template', '1999')
    expect(code).toBe(2)
    expect(err).toContain('2024-democratic-life')
  })

  it('judges by what the office typed from its own notice, and says what is wrong with the file', async () => {
    const folder = office()
    const notice = { 会议: '民主生活会', 年度: 2026, 主题: '学习贯彻全会精神' }
    writeFileSync(join(folder, '通知.json'), JSON.stringify(notice))
    const judged = await runCli(folder, 'review', '材料', '--template', '通知.json', '--fail-on', 'never')
    expect(judged.out).toContain('按“2026年度民主生活会（本单位通知）”的模板审核')
    writeFileSync(join(folder, '通知.json'), JSON.stringify({ ...notice, 年度: '今年' }))
    const { code, err } = await runCli(folder, 'review', '材料', '--template', '通知.json')
    expect([code, err]).toEqual([2, expect.stringContaining('“年度”应当是年份')])
  })

  it('writes a workbook with five sheets', async () => {
    const folder = office()
    await runCli(folder, 'review', '材料', '--format', 'xlsx', '--out', '结果')
    const parts = unzipSync(readFileSync(join(folder, '结果/审核结果.xlsx')))
    const workbook = strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array())
    expect([...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      '总览',
      '审核意见',
      '问题清单',
      '雷同比对',
      '未能读取',
    ])
    expect(strFromU8(parts['xl/worksheets/sheet2.xml'] ?? new Uint8Array())).toContain('的要求的要求')
  })

  it('writes findings into copies of Word documents only, never over a file', async () => {
    const folder = office()
    const docx = join(samples, 'branch-2024-port.docx')
    for (let run = 0; run < 2; run += 1) {
      const { err } = await runCli(folder, 'review', docx, '材料/水务局.txt', '--annotate', '--out', '结果')
      expect(err).toContain('只有 Word 文档（.docx、.doc、.wps、.rtf 等）能写批注')
    }
    expect(new Set(readdirSync(join(folder, '结果')))).toEqual(
      new Set(['branch-2024-port（审核意见）.docx', 'branch-2024-port（审核意见2）.docx']),
    )
    const parts = unzipSync(readFileSync(join(folder, '结果/branch-2024-port（审核意见）.docx')))
    expect(strFromU8(parts['word/comments.xml'] ?? new Uint8Array())).toContain('【错误】')
  })
})

describe('duizhao.config.json', () => {
  it('switches rules off and changes their severity', async () => {
    const folder = office()
    writeFileSync(
      join(folder, 'duizhao.config.json'),
      JSON.stringify({ rules: { 'wording/doubled-words': 'off', 'residue/placeholder': 'advice' } }),
    )
    const findings = (await reviewJson(folder)).documents.flatMap((document) => document.findings)
    expect(findings.filter(({ rule }) => rule === 'wording/doubled-words')).toEqual([])
    expect(findings.filter(({ rule }) => rule === 'residue/placeholder').map(({ severity }) => severity)).toContain(
      'advice',
    )
  })

  it('is refused with key and line if it is not understood', async () => {
    const folder = office()
    writeFileSync(
      join(folder, 'duizhao.config.json'),
      '{\n  "rules": {\n    "wording/doubled-words": "off",\n    "wording/none": "off"\n  },\n  "templates": "x"\n}\n',
    )
    const { code, err } = await runCli(folder, 'review', '材料')
    expect(code).toBe(2)
    expect(err).toContain('第 4 行')
    expect(err).toContain('wording/none')
    expect(err).toMatch(/第 6 行.*templates/)
  })

  it('records findings that are not followed; they survive edits elsewhere and are shown', async () => {
    const folder = office()
    const { out } = await runCli(folder, 'review', '材料/水务局.txt')
    const place = /(\S+:\d+:\d+) 错误 wording\/doubled-words/.exec(out)?.[1] ?? ''
    expect((await runCli(folder, 'suppress', place, 'wording/doubled-words')).code).toBe(2)
    expect((await runCli(folder, 'suppress', place, 'wording/doubled-words', '--reason', '引用原话')).code).toBe(0)
    writeFileSync(join(folder, '材料/水务局.txt'), `附件\n\n${material('临江市水务局', CLEAN_OWN.water)}`)
    const document = (await reviewJson(folder)).documents.find(({ path }) => path.endsWith('水务局.txt'))
    expect(document?.findings.filter(({ rule }) => rule === 'wording/doubled-words')).toEqual([])
    expect(document?.suppressed).toMatchObject([{ rule: 'wording/doubled-words', reason: '引用原话' }])
    expect((await runCli(folder, 'review', '材料')).out).toMatch(/不采纳 wording\/doubled-words .*引用原话/)
  })
})

describe('--corpus', () => {
  it('compares with everything reviewed before, and with a document itself never', async () => {
    const folder = folderOf({
      '材料/甲.txt': material('临江市水务局', COPIED),
      '乙.txt': material('云溪区教育局', COPIED),
    })
    expect((await runCli(folder, 'review', '乙.txt', '--corpus', '库', '--format', 'json')).out).toContain(
      '"similarity": []',
    )
    const { similarity } = await reviewJson(folder, '--corpus', '库')
    expect(similarity.map(({ a, b }) => [a, b])).toEqual([['材料/甲.txt', '乙.txt']])
    const again = await reviewJson(folder, '--corpus', '库')
    expect(again.similarity).toEqual(similarity)
  })

  it('keeps everything when several runs use it at once', async () => {
    const names = ['一', '二', '三', '四']
    const folder = folderOf(
      Object.fromEntries(names.map((name) => [`${name}.txt`, material(`临江市${name}局`, `${name}。${COPIED}`)])),
    )
    await Promise.all(names.map((name) => spawnCli(folder, 'review', `${name}.txt`, '--corpus', '库')))
    expect(existsSync(join(folder, '库/lock'))).toBe(false)
    writeFileSync(join(folder, '五.txt'), material('云溪区教育局', COPIED))
    const { out } = await runCli(folder, 'review', '五.txt', '--corpus', '库', '--format', 'json')
    expect(
      jsonResultSchema
        .parse(JSON.parse(out))
        .similarity.map(({ b }) => b)
        .toSorted(),
    ).toEqual(names.map((name) => `${name}.txt`).toSorted())
  })
})

describe('the other commands', () => {
  it('compare says who shares text, and ends with 1 if somebody does', async () => {
    const folder = folderOf({
      '甲.txt': material('临江市水务局', COPIED),
      '乙.txt': material('云溪区教育局', COPIED),
      '丙.txt': '会议通知：周五下午三点开会。',
    })
    const { code, out } = await runCli(folder, 'compare', '甲.txt', '乙.txt')
    expect(code).toBe(1)
    expect(out).toContain('乙.txt ↔ 甲.txt')
    expect((await runCli(folder, 'compare', '甲.txt', '丙.txt')).code).toBe(0)
  })

  it('rules lists the rules, and shows one with its examples', async () => {
    const folder = office()
    expect((await runCli(folder, 'rules')).out).toContain('wording/doubled-words')
    expect((await runCli(folder, 'rules', 'wording/doubled-words')).out).toContain('⟦的要求的要求⟧')
    expect((await runCli(folder, 'rules', 'doubled')).code).toBe(2)
  })

  it('read prints a text file exactly as it is', async () => {
    const text = '一、问题\r\n\r\n（一）学习方面\n没有换行结尾'
    expect((await runCli(folderOf({ '甲.txt': text }), 'read', '甲.txt')).out).toBe(text)
  })
})
