import type { HandItem, HandProblem, PriorItem } from './hand.ts'
import type { ItemStyle, PriorStyle } from './layout.ts'

/** An item in pieces: how it states itself, and the sentences that go with it. */
export interface Piece {
  readonly head: string
  readonly rest: string
}

export type Gold = 'p' | 'c' | 'm' | 'r'

/** A list's lines; a gold mark ⟨p⟩ stands where each item's own words begin. `lead` opens the list's first line. */
export function listOf(style: ItemStyle, gold: Gold, pieces: readonly Piece[], lead: string): string[] {
  const own = `⟨${gold}⟩`
  const whole = ({ head, rest }: Piece): string => `${own}${head}。${rest}`
  const marked = (mark: (i: number) => string): string[] => pieces.map((piece, i) => mark(i) + whole(piece))
  const inLines = (lines: readonly string[]): string[] => (lead === '' ? [...lines] : [lead, ...lines])
  const inOne = (items: readonly string[]): string[] => [lead + items.join('')]
  switch (style) {
    case 'arabic':
      return inLines(marked((i) => `${i + 1}.`))
    case 'arabic-comma':
      return inLines(pieces.map(({ head, rest }, i) => `${i + 1}、${own}${head}，${rest}`))
    case 'parenthesis':
      return inLines(marked((i) => `（${numeral(i)}）`))
    case 'arabic-parenthesis':
      return inLines(marked((i) => `（${i + 1}）`))
    case 'is':
      return inOne(marked((i) => `${numeral(i)}是`))
    case 'is-semicolon':
      return inOne(
        pieces.map(({ head, rest }, i) => {
          const last = i === pieces.length - 1
          const words = rest.replace(/。/g, '，').replace(/，$/, '')
          return `${numeral(i)}是${own}${head}，${words}${last ? '。' : '；'}`
        }),
      )
    case 'is-lines':
      return inLines(marked((i) => `${numeral(i)}是`))
    case 'first':
      return inLines(marked((i) => `第${numeral(i)}，`))
    case 'first-word':
      return inOne(pieces.slice(0, ORDER.length).map((piece, i) => `${ORDER[i] ?? ''}，${whole(piece)}`))
    case 'circled':
      return inOne(marked((i) => String.fromCodePoint(0x2460 + i)))
    case 'bare':
      return inOne([lead.endsWith('：') ? '' : '主要表现：', ...marked((i) => numeral(i))])
    case 'labelled':
      return inLines(pieces.map((piece, i) => `${LABELS[gold]}${numeral(i)}：${whole(piece)}`))
    case 'bullets':
      return inLines(marked(() => '- '))
    case 'bold-lead':
      return inLines(pieces.map(({ head, rest }) => `**${own}${head}。**${rest}`))
    case 'lines':
      return inLines(pieces.map(whole))
    case 'sentences':
      return inOne(pieces.map(({ head, rest }) => `${own}${head}，${rest}`))
    case 'missing-number':
      return inLines(pieces.map((piece, i) => `${i === 1 ? '' : `${i > 1 ? i : 1}、`}${whole(piece)}`))
    case 'must':
      return inOne(pieces.map(({ head, rest }) => `${own}要${head}，${rest}`))
    case 'targeted':
      return inLines(pieces.map(({ head, rest }) => `${own}针对“${head}”的问题，${rest}`))
  }
}

const ORDER = ['首先', '其次', '再次', '最后']
const LABELS: Readonly<Record<Gold, string>> = { p: '问题', c: '原因', m: '措施', r: '问题' }

/** 0 is 一. */
export function numeral(i: number): string {
  return '一二三四五六七八九十'.charAt(i)
}

/** The accounts of last year's problems. */
export function priorOf(style: PriorStyle, items: readonly PriorItem[]): string[] {
  const about = ({ action, outcome }: PriorItem): string => `${action}，${outcome}。`
  switch (style) {
    case 'about':
      return items.map((item, i) => `${i + 1}.⟨r⟩关于“${item.problem}”的问题。${about(item)}`)
    case 'quoted-lines':
      return items.map((item) => `⟨r⟩针对“${item.problem}”的问题，${about(item)}`)
    case 'quoted-run':
      return [items.map((item) => `⟨r⟩针对“${item.problem}”的问题，${about(item)}`).join('')]
    case 'plain-run':
      return [
        items
          .map((item) => `⟨r⟩针对${item.problem}的问题，${item.action}，${item.outcome}`)
          .join('；')
          .concat('。'),
      ]
    case 'stepped':
      return items.flatMap((item) => [
        `⟨r⟩针对“${item.problem}”的问题`,
        `整改措施：${item.action}。`,
        `落实情况：${item.outcome}。`,
      ])
    case 'inline':
      return [`整改落实情况：${items.map((item, i) => `${i + 1}、⟨r⟩${item.problem}的问题：${about(item)}`).join('')}`]
    case 'is':
      return [items.map((item, i) => `${numeral(i)}是⟨r⟩${item.problem}的问题。${about(item)}`).join('')]
    case 'lines':
      return items.map((item) => `⟨r⟩${item.action}。针对${item.problem}，${item.outcome}。`)
    case 'table':
      return [
        '',
        '| 序号 | 上年度问题 | 整改措施 | 完成情况 |',
        '| --- | --- | --- | --- |',
        ...items.map((item, i) => `| ${i + 1} | ⟨r⟩${item.problem} | ${item.action} | ${item.outcome} |`),
        '',
      ]
  }
}

/** A problem with its elaboration and, opened by `opener`, its example. */
export function problemPiece({ head, more, example }: HandProblem, opener: string): Piece {
  return { head, rest: `${more}。${opener}${example}。` }
}

export function itemPiece({ head, more }: HandItem): Piece {
  return { head, rest: `${more}。` }
}
