import type { Grid } from './grid.ts'

/** What a column of a ledger or list holds. `unknown` columns keep their header and are not lost. */
export type LedgerField =
  | 'number'
  | 'source'
  | 'category'
  | 'problem'
  | 'manifestation'
  | 'cause'
  | 'target'
  | 'measure'
  | 'class'
  | 'lead'
  | 'unit'
  | 'coUnit'
  | 'owner'
  | 'deadline'
  | 'progress'
  | 'result'
  | 'institution'
  | 'evidence'
  | 'state'
  | 'opinion'
  | 'giver'
  | 'answer'
  | 'remark'
  | 'unknown'

export interface Column {
  readonly index: number
  readonly field: LedgerField
  /** The header's words, two header rows joined with "|". */
  readonly header: string
  /** How the field was recognised. */
  readonly by: 'name' | 'content'
}

/** Header names, tried in order on the words without spaces and brackets. */
const NAMES: readonly (readonly [LedgerField, RegExp])[] = [
  ['number', /^(?:序号?|编号|号|No\.?)$/i],
  ['coUnit', /(?:配合|协办|协同|参与)(?:单位|部门|科室)/],
  ['evidence', /佐证|证明材料|印证|支撑材料/],
  ['institution', /建章立制|制度(?:机制)?(?:名称|建设)|文号/],
  ['class', /(?:整改|问题)?(?:类型|类别)$|整改方式|整改分类/],
  ['state', /完成(?:情况|状态)|是否(?:完成|销号|整改到位)|销号(?:情况|状态|日期)?$|(?:整改)?状态|办结/],
  ['deadline', /时限|期限|完成时间|整改时间|时间节点|时间要求|计划完成/],
  ['answer', /采纳|办理(?:情况|结果)|答复|反馈情况|吸纳/],
  ['result', /成效|结果|落实情况|整改情况/],
  ['progress', /进展|进度|推进情况/],
  ['lead', /(?:责任|牵头|包抓|分管|督办)领导|领导(?:责任)?$/],
  ['owner', /责任人|负责人|联系人|联络员|承办人|经办人/],
  ['unit', /(?:责任|牵头|承办|主责|整改)(?:单位|部门|科室|股室)|(?:单位|科室|部门)$/],
  ['measure', /措施|整改任务|整改内容|举措|任务内容|工作任务|打算/],
  ['cause', /原因|根源/],
  ['target', /目标|标准|整改要求/],
  ['manifestation', /具体表现|表现形式|主要表现|问题描述|具体情况|具体问题/],
  ['source', /来源|出处|征求(?:对象|范围)|渠道/],
  ['giver', /提出(?:人|单位)|反映人|意见人|提意见/],
  ['opinion', /意见(?:和|与|及)?建议|意见内容|(?:意见|建议)$/],
  ['category', /方面|大类|类(?:别)?$|领域/],
  ['problem', /问题|不足|事项|短板/],
  ['remark', /备注|说明/],
]

const CONTENT: readonly (readonly [LedgerField, RegExp])[] = [
  ['number', /^\d{1,4}$/],
  ['deadline', /^(?:20\d\d[年./-]|\d{1,2}月|立行立改|长期坚持|持续推进|即知即改|\d{5}$)/],
  ['state', /^(?:已完成|已销号|已办结|正在推进|未完成|是|否|√)$/],
]
const CONTENT_SHARE = 0.6

/** The field a header names, or null. */
export function fieldOfHeader(header: string): LedgerField | null {
  const words = header.replace(/[\s（）()【】*：:]/g, '')
  return NAMES.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

/** Columns of a grid whose headers stand in the rows `from` to `to` (exclusive). */
export function columnsOf(grid: Grid, from: number, to: number): Column[] {
  const width = grid[from]?.length ?? 0
  return Array.from({ length: width }, (_, index) => {
    const header = headerAt(grid, index, from, to)
    const last = header.split('|').at(-1) ?? ''
    const byName = fieldOfHeader(last) ?? fieldOfHeader(header)
    if (byName) return { index, field: byName, header, by: 'name' as const }
    return { index, field: fieldOfContent(grid, index, to), header, by: 'content' as const }
  })
}

function headerAt(grid: Grid, index: number, from: number, to: number): string {
  const cells = grid.slice(from, to).map((row) => row[index])
  return [...new Set(cells.filter((cell) => cell != null))].map(({ text }) => text.replace(/\s+/g, '')).join('|')
}

function fieldOfContent(grid: Grid, index: number, from: number): LedgerField {
  const words = grid.slice(from).map((row) => row[index]?.text.trim() ?? '').filter((text) => text !== '')
  if (words.length < 2) return 'unknown'
  const matches = (pattern: RegExp): boolean => words.filter((text) => pattern.test(text)).length / words.length >= CONTENT_SHARE
  return CONTENT.find(([, pattern]) => matches(pattern))?.[0] ?? 'unknown'
}

const HEADER_ROWS = 12

/**
 * The rows that head a table: the one with most header names (at least two) and the one below if it is a second
 * header row. Null if the table has none.
 */
export function headerRows(grid: Grid): { from: number; to: number } | null {
  let best = { row: -1, names: 1 }
  for (const [row, cells] of grid.slice(0, HEADER_ROWS).entries()) {
    const names = new Set(cells.filter((cell) => cell != null && cell.text.length <= 24 && cell.row === row && fieldOfHeader(cell.text) !== null)).size
    if (names > best.names) best = { row, names }
  }
  if (best.row < 0) return null
  const above = grid[best.row - 1]
  const below = grid[best.row + 1]
  const reachesDown = grid[best.row]?.some((cell) => cell != null && cell.rowSpan > 1 && cell.row === best.row) ?? false
  const isSecond = below?.some((cell) => cell != null && cell.row === best.row + 1 && fieldOfHeader(cell.text) !== null) ?? false
  if (reachesDown && isSecond) return { from: best.row, to: best.row + 2 }
  const startsAbove = grid[best.row]?.some((cell) => cell != null && cell.row < best.row) ?? false
  return startsAbove && above ? { from: best.row - 1, to: best.row + 1 } : { from: best.row, to: best.row + 1 }
}
