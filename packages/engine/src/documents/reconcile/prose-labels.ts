import { LEADING_NUMBER } from '../../wording/leading-number.ts'
import type { Span } from '../../span.ts'
import type { ProblemField } from './traced-problem.ts'

/** What a label before a colon announces. `progress` and `other` only end what stands before them. */
export type LabelKind = ProblemField | 'measure' | 'progress' | 'problem' | 'other'

/** Label words, the longer before the shorter. */
const LABELS: readonly (readonly [LabelKind, string])[] = [
  ['lead', '责任领导|牵头领导|分管领导|包抓领导|挂帅领导|主管领导|领导责任|牵头责任人|第一责任人|牵头人|整改领导'],
  ['coUnit', '配合单位|配合部门|协办单位|协助单位|参与单位|协同单位|配合科室|配合股室|责任配合单位'],
  [
    'unit',
    '牵头单位|牵头部门|责任单位|责任部门|责任科室|责任股室|责任处室|主责单位|承办单位|主办单位|牵头科室|整改责任单位',
  ],
  ['owner', '直接责任人|具体责任人|责任人|经办人|联系人|责任人员'],
  ['deadline', '完成时限|整改时限|整改期限|完成期限|完成时间|时间节点|整改时间|办结时限|时限要求|时限'],
  ['target', '整改目标|整改标准|目标要求|预期目标|工作目标|完成标准|目标'],
  ['class', '整改类型|整改类别|整改方式|整改性质'],
  ['state', '整改状态|完成情况|整改结果|完成状态|销号情况|整改结论|办理状态'],
  ['measure', '具体整改措施|整改落实措施|整改措施|具体措施|整改举措|工作措施|改进措施|整改任务'],
  ['progress', '整改落实情况|整改进展情况|整改完成情况|整改情况|整改进展|进展情况|落实情况|整改成效'],
  ['problem', '反馈问题|存在问题|具体问题|问题表现|主要表现|具体表现'],
  ['other', '佐证材料|下一步打算|下一步工作|下步打算|备注'],
]
const KINDS = new Map(LABELS.flatMap(([kind, words]) => words.split('|').map((word) => [word, kind] as const)))
const LABEL = new RegExp(
  `(?<![\\p{Script=Han}])(?:${LEADING_NUMBER}|[（(【])?(${LABELS.map(([, words]) => words).join('|')})】?\\s*[:：]\\s*`,
  'gu',
)

/** A label and what it announces: up to the next label. */
export interface Labelled {
  readonly kind: LabelKind
  /** Where the label begins. */
  readonly start: number
  readonly value: Span
}

/** All labels of a text between two places, in order. */
export function labelsIn(text: string, { start, end }: Span): Labelled[] {
  const found = [...text.slice(start, end).matchAll(LABEL)].flatMap(({ 0: whole, 1: word = '', index }) => {
    const kind = KINDS.get(word)
    return kind === undefined ? [] : [{ kind, start: start + index, from: start + index + whole.length }]
  })
  return found.map(({ kind, start: at, from }, i) => ({
    kind,
    start: at,
    value: { start: from, end: Math.max(from, found[i + 1]?.start ?? end) },
  }))
}

/** The value of a label that is said in a few words: up to the end of its clause or line, without what closes it. */
export function shortValue(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  const stop = stopIn(words)
  const kept = words.slice(0, stop).replace(/[\s，,、（(]+$/, '')
  const lead = /^\s*/.exec(kept)?.[0].length ?? 0
  return { start: start + lead, end: start + Math.max(kept.length, lead) }
}

/** Where a short value ends: its clause, its line, or the bracket that holds it together with its label. */
function stopIn(words: string): number {
  let open = 0
  for (let i = 0; i < words.length; i++) {
    const character = words.charAt(i)
    if (/[（(]/.test(character)) open += 1
    else if (/[）)]/.test(character)) {
      if (open === 0) return i
      open -= 1
    } else if (/[；;。\n]/.test(character)) return i
  }
  return words.length
}
