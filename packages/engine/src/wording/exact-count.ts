const DIGIT = '[\\d０-９]'
const CHINESE = '[一二两三四五六七八九十百零〇]'
const TO = '(?:至|到|[-—–~～])'

/** What makes of a number behind it an ordinal, a share of each, a part of a range or something near: 第, 每, 近, 10至. */
const BEFORE = `第|每|近|约|逾|超|超过|几|数|多|(?<!其|剩)余|不[到足]|至[少多]|最[少多]|${DIGIT}[.．,，]?|${DIGIT}\\s*(?:${TO}|、)|${CHINESE}(?:${TO}|、)?`
/** What makes of a number before it something near, or of its unit another word: 30条以上, 3次性, 8个方面. */
const BEHIND = '以[上下内]|[之]?内|左右|上下|[多余性数序元]|方面|层面|类'

/**
 * A regular expression of an exact number of units, the number in its one group: 12条, 十二条, １２条; not 第十二条, 近12条,
 * 十余条, 10至12条, 12条以上. `units` are alternatives: "条|项". What the number comes to says `chineseNumber`.
 */
export function exactCount(units: string): string {
  const range = `(?:${units})\\s*${TO}\\s*`
  const number = `(${DIGIT}{1,4}|${CHINESE}{1,7})`
  return `(?<!${BEFORE}|(?:${DIGIT}|${CHINESE})${range})${number}\\s*(?:${units})(?!${BEHIND}|\\s*${TO}\\s*(?:${DIGIT}|${CHINESE}))`
}
