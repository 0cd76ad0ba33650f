import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { documentOf } from '../testing/document-of.ts'
import { review } from './review.ts'
import type { Rule } from './rule.ts'
import { rules } from './rules/index.ts'

interface Example {
  readonly text: string
  readonly spans: readonly string[]
}

/** Takes the signs ⟦ ⟧ out of an example; `spans` are "start–end" of what they enclosed. */
function parsed(marked: string): Example {
  const spans: string[] = []
  let text = ''
  let start = 0
  for (const char of marked) {
    if (char === '⟦') start = text.length
    else if (char === '⟧') spans.push(`${start}–${text.length}`)
    else text += char
  }
  return { text, spans }
}

async function reported(rule: Rule, text: string, name?: string): Promise<string[]> {
  const { findings } = review(await documentOf(text, name))
  return findings.filter((finding) => finding.rule === rule.id).map(({ start, end }) => `${start}–${end}`)
}

/** Words without any defect, to put before an example so that every position shifts. */
const BEFORE = '全年工作平稳有序，各项制度健全，干部职工团结协作，完成了年初确定的任务目标。\n'

describe.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
  test.each(rule.bad)('报告 %s', async (marked) => {
    const { text, spans } = parsed(marked)
    expect(spans.length, '反例要用 ⟦ ⟧ 标出').toBeGreaterThan(0)
    expect(await reported(rule, text)).toEqual(spans)
  })

  test.each(rule.good)('不报告 %s', async (text) => {
    expect(await reported(rule, text)).toEqual([])
  })

  test('换行写成 CRLF，报告的文字不变', async () => {
    for (const marked of rule.bad) {
      const { text } = parsed(marked.replaceAll('\n', '\r\n'))
      const words = (await reported(rule, text)).map((span) =>
        text.slice(...(span.split('–').map(Number) as [number, number])),
      )
      const { text: plain, spans } = parsed(marked)
      expect(words.map((word) => word.replaceAll('\r', ''))).toEqual(
        spans.map((span) => plain.slice(...(span.split('–').map(Number) as [number, number]))),
      )
    }
  })

  test('前面加一段无关的文字，位置随之后移', async () => {
    for (const marked of rule.bad.filter((example) => !example.includes('\n'))) {
      const { text, spans } = parsed(BEFORE + marked)
      expect(await reported(rule, text)).toEqual(spans)
    }
  })

  // A rule on a material as a whole (a missing part) rightly reports fragments.
  const silent = rule.wholeDocument ? [] : rules
  test('对别的规则的正例保持沉默', async () => {
    for (const other of silent) {
      if (other === rule) continue
      for (const text of other.good) expect(await reported(rule, text), `${other.id} 的正例：${text}`).toEqual([])
    }
  })

  test('说明齐全', () => {
    expect(rule.id).toMatch(/^(?:numbering|count|structure|substance|residue|wording|similarity)\/[a-z-]+$/)
    expect(rule.name.length).toBeLessThanOrEqual(12)
    expect(rule.why).toMatch(/。$/)
    expect(rule.bad.length).toBeGreaterThan(0)
    expect(rule.good.length).toBeGreaterThan(0)
  })
})

test('每个规则文件都在清单里，名字就是编号', () => {
  const folder = join(import.meta.dirname, 'rules')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && file.includes('/'),
  )
  expect(files.map((file) => file.replace('.ts', '')).toSorted()).toEqual(rules.map(({ id }) => String(id)).toSorted())
})
