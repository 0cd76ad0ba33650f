import type { SourceDocument } from '../../reading/source-document.ts'
import { beginningOf } from '../../wording/beginnings.ts'
import { chineseNumber } from '../../wording/chinese-number.ts'
import { statedPeople } from '../meeting/papers/stated-people.ts'
import { type Field, fieldNamed } from './fields.ts'
import type { Said } from './minutes.ts'

const NUMBER = '(\\d{1,3}|[一二两三四五六七八九十百]{1,5})'

/** How records count those who were to come and who came, behind the ways that all papers of a meeting know. */
const TOLD = {
  entitled: [
    new RegExp(
      `应(?:到|参会|参加|出席)会?(?:支委|党员|委员|人数|人员)?[:：]?\\s*${NUMBER}\\s*(?:[人名位]|(?=[，。；、）\\s]|$))`,
    ),
    // 支部党员19名，除…外，其余17名均到场: all of them, and of these who came.
    new RegExp(`[部村社组场厂局校院站所队](?:共有)?党员${NUMBER}[人名位][，,](?=除|到会|实到|其余)`),
  ],
  present: [
    new RegExp(
      `实(?:到|参会|参加|出席)会?(?:支委|党员|委员|人数|人员)?[:：]?\\s*${NUMBER}\\s*(?:[人名位]|(?=[，。；、）\\s]|$))`,
    ),
    new RegExp(`(?:其余|其他)${NUMBER}[人名位](?:同志|党员)?(?:均|都|全部)?(?:到会|到场|到齐|参加|出席)`),
    new RegExp(`[，,]到会${NUMBER}[人名位]`),
    new RegExp(`党员${NUMBER}[人名位][（(]应到`),
  ],
} as const

/** How many people were to come or came, as a label or a sentence says; null if none does. */
export function peopleCounted(
  document: SourceDocument,
  fields: readonly Field[],
  which: 'entitled' | 'present',
): Said<number> | null {
  const field = fieldNamed(fields, which === 'entitled' ? 'entitled' : 'came', document)
  const value = field === null ? Number.NaN : chineseNumber(field.words.replace(/[\s人名位]/g, ''))
  if (field !== null && !Number.isNaN(value)) return { value, start: field.start, end: field.end }
  const head = beginningOf(document.text, 'pages')
  const stated = statedPeople(head, which, '')
  if (stated !== null) return { value: stated.value, start: stated.start, end: stated.end }
  return TOLD[which].map((pattern) => counted(pattern.exec(head))).find((said) => said !== null) ?? null
}

function counted(match: RegExpExecArray | null): Said<number> | null {
  const value = chineseNumber(match?.[1] ?? '')
  return match === null || Number.isNaN(value)
    ? null
    : { value, start: match.index, end: match.index + match[0].length }
}
