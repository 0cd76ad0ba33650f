import { writtenIn } from './cell-words.ts'

/** What stands before and behind the units somebody is in charge of: 分管办公室、人事科工作。 */
const BEFORE = /^(?:分管|协管|负责|联系|主管|协助分管)[:：]?/
const BEHIND = /(?:等?(?:方面)?的?工作|等(?:科室|单位)?)?[。.]?$/
/** What a head does besides; no unit is meant. */
const ALL = /^(?:主持)?(?:党组|党委|行政|支部|局|单位)?(?:的?全面|全部|日常)?工作$/

/** The units, and what else somebody is in charge of, that a cell lists, in order: “分管办公室、河长制科工作”. */
export function unitsLedIn(cell: string): string[] {
  const listed = writtenIn(cell).split(/[、，,；;。\n]/)
  return listed.flatMap((words) => {
    const said = words
      .trim()
      .replace(BEFORE, '')
      .replace(/^主持(?=.*工作)/, '')
    if (said === '' || ALL.test(said)) return []
    const unit = writtenIn(said.replace(BEHIND, '').replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, ''))
    return unit === '' ? [] : [unit]
  })
}
