import type { IncomingKind, SenderKind } from './incoming-kinds.ts'

/** How long each may take, and on what ground that is asked. */
interface IncomingKindFacts {
  readonly name: string
  /** Days from its coming in, or from its being accepted where it has to be accepted first. */
  readonly days: number
  readonly unit: 'workday' | 'day'
  /** Within so many days it is said whether it is accepted; null where that is not asked. */
  readonly acceptDays: number | null
  /** It may take so many days longer, once; null where it may not. */
  readonly extendDays: number | null
  readonly ground: string
  /** Read in a rule, or only usual in offices: then whoever registers it may promise another day. */
  readonly known: 'regulation' | 'practice'
}

const usual = {
  unit: 'workday',
  acceptDays: null,
  extendDays: null,
  ground: '机关惯例',
  known: 'practice',
} as const satisfies Partial<IncomingKindFacts>

/** Petitions by 信访工作条例: 15 days to say (Art. 22, 23), 60 to end, 30 more at most (Art. 34). */
export const incomingKindFacts: Readonly<Record<IncomingKind, IncomingKindFacts>> = {
  request: { ...usual, name: '请求事项', days: 5 },
  petition: {
    ...{ name: '信访事项', days: 60, unit: 'day', acceptDays: 15, extendDays: 30 },
    ...{ ground: '《信访工作条例》第二十二条、第二十三条、第三十四条', known: 'regulation' },
  },
  opinion: { ...usual, name: '意见建议', days: 15 },
  criticism: { ...usual, name: '批评', days: 15 },
  feedback: { ...usual, name: '反馈意见', days: 15 },
  hazard: { ...usual, name: '隐患', days: 5 },
  sweep: { ...usual, name: '排查事项', days: 10 },
}

export const senderKindNames: Readonly<Record<SenderKind, string>> = {
  person: '个人',
  group: '群体',
  organisation: '单位',
  unknown: '没有署名',
}
