import type { RuleFamily, Severity } from '@duizhao/engine'

/** What the interface calls the engine's enumerations. */
export const severityNames: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', advice: '建议' }

export const familyNames: Readonly<Record<RuleFamily, string>> = {
  numbering: '序号',
  count: '数目',
  structure: '结构',
  substance: '内容',
  residue: '残留',
  wording: '文字',
  similarity: '雷同',
}
