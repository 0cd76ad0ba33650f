import type { SourceDocument } from '../../reading/source-document.ts'
import type { RecordKind, RecordNumber } from '../../standards/record-kinds.ts'
import { chineseNumber } from '../../wording/chinese-number.ts'
import type { SaidNumber } from './minutes.ts'
import { duesOnSheets, testOnSheets } from './sheets-said.ts'

const COUNT = '\\s*(\\d{1,6}|[一二三四五六七八九十百]{1,5})\\s*(?:余)?[人名位]'

/** How a record says a number, for the kinds it counts in; the first pattern that is met tells it. */
const SAID: readonly (readonly [RecordNumber, readonly RecordKind[], readonly RegExp[]])[] = [
  [
    'base',
    ['training', 'drill', 'warning_education', 'test', 'outreach'],
    [new RegExp(`应(?:参训|参加|参考|参测)(?:人员|党员)?${COUNT}`)],
  ],
  [
    'audience',
    ['training', 'drill', 'warning_education', 'outreach', 'holiday_notice', 'event'],
    [
      new RegExp(`实际?(?:参训|参加)(?:人员|党员)?${COUNT}`),
      new RegExp(`(?:参加|参训|参演|受训|受教育|覆盖)(?:人员|人数|党员|群众)?[:：]?${COUNT}`),
      new RegExp(`(?:全体|干部)(?:干部|职工|党员|人员)*${COUNT}(?:均|都)?(?:参加|参训|参演|到会)`),
      /(?:参加|参训|参演|受训|受教育)人数\s*[:：]?\s*(\d{1,6})/,
      new RegExp(`(?:参加|参训|谈话|宣讲)(?:人员|对象|范围)[:：][^\\n。]{0,80}?(?:共计?|等|合计)${COUNT}`),
    ],
  ],
  [
    'entered',
    ['test'],
    [
      new RegExp(`(?:实际)(?:参加|参考|参测)(?:测试|考试)?(?:人员|人数|党员)?[:：]?${COUNT}`),
      new RegExp(`(?<!应)(?:参加|参考|参测)(?:测试|考试)?(?:人员|人数|党员)?[:：]?${COUNT}`),
    ],
  ],
  ['passed', ['test'], [new RegExp(`(?<!不)(?:及格|合格|达标)(?:人员|人数|党员)?[:：]?(?:的)?(?:有)?${COUNT}`)]],
  ['due', ['dues'], [new RegExp(`应[缴交](?:纳)?(?:党费)?(?:的)?(?:党员|人数)?[:：]?${COUNT}`)]],
  ['paid', ['dues'], [new RegExp(`(?:已|实|按[时期月])[缴交](?:纳)?(?:党费)?(?:的)?(?:党员|人数)?[:：]?${COUNT}`)]],
  ['paidLate', ['dues'], [new RegExp(`(?:补|逾期)[缴交](?:纳)?(?:党费)?(?:的)?(?:党员|人数)?[:：]?${COUNT}`)]],
]

/** What a record of some kinds counts: by its table of names, else in words. At most one of each name. */
export function numbersIn(document: SourceDocument, kinds: ReadonlySet<RecordKind>): SaidNumber[] {
  const listed = [
    ...(kinds.has('test') ? testOnSheets(document) : []),
    ...(kinds.has('dues') ? duesOnSheets(document) : []),
  ]
  const told = SAID.filter(([, of]) => of.some((kind) => kinds.has(kind))).flatMap(([name, , patterns]) => {
    const match = patterns.map((pattern) => pattern.exec(document.text)).find((found) => found !== null)
    const value = chineseNumber(match?.[1] ?? '')
    return match === null || match === undefined || Number.isNaN(value)
      ? []
      : [{ name, value, start: match.index, end: match.index + match[0].length }]
  })
  const all = [...listed, ...told]
  return all.filter((each, i) => all.findIndex(({ name }) => name === each.name) === i)
}
