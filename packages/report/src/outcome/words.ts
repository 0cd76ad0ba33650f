import type { RuleFamily } from '@duizhao/engine'

/** What the interface calls the families of rules. */
export const familyNames: Readonly<Record<RuleFamily, string>> = {
  numbering: '序号',
  count: '数目',
  structure: '结构',
  substance: '内容',
  residue: '残留',
  wording: '文字',
  similarity: '雷同',
}
