/**
 * Where a problem comes from: a meeting, criticism there, an opinion asked for, a talk, study, a case, an inspection, a check
 * from above, a third party, an audit, a petition, a hazard.
 */
export type NamedSource =
  | 'meeting'
  | 'criticism'
  | 'opinion'
  | 'talk'
  | 'study'
  | 'case'
  | 'inspection'
  | 'supervision'
  | 'third_party'
  | 'audit'
  | 'petition'
  | 'hazard'

/**
 * Words that tell where a problem comes from, tried in order: criticism at a meeting is criticism, not the meeting, and
 * an audit office's ledger need not come from an audit.
 */
const SOURCES: readonly (readonly [NamedSource, RegExp])[] = [
  ['criticism', /批评/],
  ['opinion', /征求|征集|意见建议|意见箱|座谈|问卷|群众(?:反映|意见)/],
  ['talk', /谈心|谈话/],
  ['third_party', /第三方|评估机构/],
  ['case', /典型案例|案例剖析|以案促改/],
  ['meeting', /民主生活会|组织生活会|主题教育/],
  ['inspection', /巡视|巡察(?!办|机构|局)/],
  ['audit', /审计(?!局|厅|署|机关|科|处)|经济责任/],
  ['petition', /信访(?!局|办|科)|举报|投诉|热线|12345/],
  ['hazard', /隐患|安全生产|安全检查|消防/],
  ['supervision', /督查(?!室|局)|督察(?!局)|督导检查/],
  ['study', /学习调研|学习研讨|调查研究|调研发现|专题调研/],
  ['meeting', /查摆|检视|对照检查|自查|会议/],
]

/** The source some words name; null if they name none. */
export function sourceNamed(words: string): NamedSource | null {
  return SOURCES.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}
