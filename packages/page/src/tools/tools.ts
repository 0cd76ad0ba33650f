import { readableExtensions } from '@duizhao/engine'
/** A place to put files for a tool. */
export interface Slot {
  readonly id: string
  readonly label: string
  readonly isMany: boolean
  /** Endings for the file field, empty for every kind the engine reads. */
  readonly accept: string
}

/** Something the page can do with files. */
export interface Tool {
  readonly id: ToolId
  readonly name: string
  /** What it tells, one sentence. */
  readonly promise: string
  readonly slots: readonly [Slot, ...Slot[]]
}

export type ToolId = 'review' | 'compare' | 'check' | 'reconcile' | 'lint' | 'diff' | 'merge' | 'fill'

const ANY = readableExtensions.map((extension) => `.${extension}`).join(',')
const files = (label: string): Slot => ({ id: 'files', label, isMany: true, accept: ANY })

/** Every tool, in the order of the page. Adding one is a line here and a line in run-tool.ts. */
export const tools: readonly [Tool, ...Tool[]] = [
  {
    id: 'review',
    name: '审核材料',
    promise: '读出问题、原因、措施，指出错漏，比对雷同',
    slots: [files('对照检查材料，或它们的文件夹')],
  },
  { id: 'compare', name: '只比雷同', promise: '谁抄了谁、抄了哪几段', slots: [files('两份以上的材料')] },
  {
    id: 'check',
    name: '检查会议材料',
    promise: '一次会议的材料齐不齐、先后对不对、对不对得上',
    slots: [files('会议材料的文件夹')],
  },
  {
    id: 'reconcile',
    name: '逐项核对',
    promise: '反馈意见、整改方案、台账、报告、通报之间缺了什么、哪里不一致',
    slots: [files('两份以上的文件')],
  },
  {
    id: 'lint',
    name: '检查台账',
    promise: '缺责任人、时限、佐证，进展雷同，集中销号，日期矛盾',
    slots: [files('整改台账')],
  },
  {
    id: 'diff',
    name: '比较台账',
    promise: '两份台账改了哪些格，多了、少了、移动了哪些行',
    slots: [
      { id: 'old', label: '旧的一份', isMany: false, accept: ANY },
      { id: 'new', label: '新的一份', isMany: false, accept: ANY },
    ],
  },
  {
    id: 'merge',
    name: '汇总台账',
    promise: '把交回的多份并到下发的那份里，冲突列出来',
    slots: [
      { id: 'base', label: '下发的那份（.xlsx）', isMany: false, accept: '.xlsx,.xlsm' },
      { id: 'copies', label: '交回的各份', isMany: true, accept: ANY },
    ],
  },
  {
    id: 'fill',
    name: '填上级的表',
    promise: '用本单位的台账填上级的表样，只动要填的格',
    slots: [
      { id: 'form', label: '上级的表样（.xlsx）', isMany: false, accept: '.xlsx,.xlsm' },
      { id: 'data', label: '本单位的台账', isMany: false, accept: ANY },
    ],
  },
]
