import { beginningOf } from '../wording/beginnings.ts'

const UNIT =
  /[\u4e00-\u9fff]{2,16}?(?:委员会|办公室|人民政府|党委|党组|党工委|总工会|管理局|档案馆|图书馆|中心|支部|局|委|办|院|校|厅|镇|乡|街道|公司|集团|协会|联合会)/g

/**
 * The names the document uses for its own unit: given ones, those in the title, and those its opening speaks for.
 * Longest first.
 */
export function findUnitNames(text: string, title: string, given: readonly string[]): readonly string[] {
  const opening = beginningOf(text, 'title')
  const spoken = [
    ...opening.matchAll(/(?:代表|现将|我是)([\u4e00-\u9fff]{2,16}?)(?:领导班子|班子|党组|党委|支部)/g),
  ].map((match) => match[1] ?? '')
  const named = title.match(UNIT) ?? []
  return [...new Set([...given, ...named, ...spoken])]
    .filter((name) => name.length > 2)
    .toSorted((a, b) => b.length - a.length)
}
