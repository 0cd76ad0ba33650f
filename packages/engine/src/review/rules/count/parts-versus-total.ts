import type { Observation, Rule } from '../../rule.ts'
import { visibleLines, type VisibleLine } from '../../visible-lines.ts'

/** “反馈问题25个，已完成19个，正在推进7个”: a total, then parts that must make it up. */
const TOTAL =
  /(?:问题|意见|建议|措施|任务|事项|项目)(?:共|共计|共有|总数|为|合计)?\s?(\d{1,4})\s?(个|条|项|件)|(\d{1,4})\s?(个|条|项|件)(?:具体|突出|主要)?(?:问题|意见|任务|事项)/g
const PART =
  /(?:已(?:经)?整改(?:完成|到位)?|(?:已(?:经)?|目前)(?:完成|办结|解决|销号)(?:整改)?|完成整改|整改完成|(?:正在|仍在|还在|持续)(?:整改|推进|办理)(?:整改)?|长期坚持(?:整改)?|尚未完成|未完成|基本完成(?:整改)?|阶段性完成(?:整改)?|推进中|(?:已|已经|正在|还在|没)改(?:完|好|到位)?|(?:已)?(?:采纳|吸纳|采用)|(?:未|不|暂不|没有)(?:予)?(?:采纳|吸纳|采用))(?:的)?\s?(\d{1,4})\s?(个|条|项|件)/g
const REACH = 80

interface Part {
  readonly count: number
  readonly end: number
}

/** Every count of things. */
const ANY_PART = /(\d{1,4})\s?(个|条|项|件|人次|人|名|户|份|起)/g
/** What is finished is itself a part of something, no total: “整改完成财务问题7个，正在推进2个”. */
const IS_PART = /(?:完成|到位|办结|解决|销号|推进|坚持)[^，。；：]{0,12}$/

/** As far as `IS_PART` looks back. */
const IS_PART_REACH = 14

/** The counts of one kind that follow a total in the same clause; positions in the line. */
function partsAfter(
  line: VisibleLine,
  from: number,
  pattern: RegExp,
  sentence: RegExp,
): (unit: string | undefined) => Part[] {
  const rest = line.plain.slice(from, from + REACH).split(sentence, 1)[0] ?? ''
  // Six problems solved say nothing about eleven measures: only parts counted with the same word add up.
  return (unit) =>
    Array.from(rest.matchAll(pattern))
      .filter((match) => match[2] === unit)
      .map((match) => ({ count: Number(match[1]), end: from + match.index + match[0].length }))
}

function mismatch(line: VisibleLine, start: number, total: number, parts: readonly Part[]): Observation {
  const counts = parts.map(({ count }) => count)
  const sum = counts.reduce((a, b) => a + b, 0)
  const message = `总数是${total}，${counts.length > 1 ? `各项相加是${counts.join('＋')}＝${sum}` : `已办的却有${sum}`}，请核对`
  return { place: line.spanOf(start, parts.at(-1)?.end ?? start), message }
}

function sumOf(parts: readonly Part[]): number {
  return parts.reduce((sum, { count }) => sum + count, 0)
}

const CLAUSE_END = /[。；\n]/

function* sums(line: VisibleLine): Generator<Observation> {
  for (const match of line.plain.matchAll(TOTAL)) {
    const [words, first, firstUnit, second, secondUnit] = match
    const [end, unit] = [match.index + words.length, firstUnit ?? secondUnit]
    const parts = partsAfter(line, end, PART, CLAUSE_END)(unit)
    // A count that is not understood may be the part that is wanting.
    const isUnderstood = partsAfter(line, end, ANY_PART, CLAUSE_END)(unit).length === parts.length
    if (!isUnderstood || IS_PART.test(line.plain.slice(Math.max(0, match.index - IS_PART_REACH), match.index))) continue
    const total = Number(first ?? second)
    const isMore = parts.length === 1 && sumOf(parts) > total
    if (isMore || (parts.length > 1 && sumOf(parts) !== total)) yield mismatch(line, match.index, total, parts)
  }
}

/** “意见45条，其中对班子的28条、对成员的19条”: parts need not be complete, but can never be more than the total. */
const OF_WHICH = /(\d{1,4})(个|条|项|件|人次|人|名|户|份|起)[，、]?其中/g

function* excesses(line: VisibleLine): Generator<Observation> {
  for (const match of line.plain.matchAll(OF_WHICH)) {
    const total = Number(match[1])
    const parts = partsAfter(line, match.index + match[0].length, ANY_PART, /[，。；\n]/)(match[2])
    if (parts.length > 1 && parts.every(({ count }) => count <= total) && sumOf(parts) > total)
      yield mismatch(line, match.index, total, parts)
  }
}

export const partsVersusTotal: Rule = {
  id: 'count/parts-versus-total',
  name: '分项与总数不符',
  severity: 'error',
  why: '各分项相加应当等于总数，上级首先核对的就是这几个数。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check({ document }) {
    for (const line of visibleLines(document)) {
      if (!/\d/.test(line.plain)) continue
      yield* sums(line)
      yield* excesses(line)
    }
  },
  bad: [
    '排查发现⟦问题468个，已整改475个⟧。',
    '反馈的⟦29个具体问题已完成整改22个，正在推进6个⟧。',
    '查摆⟦问题9个，制定措施14条，目前完成7个，仍在推进3个⟧。',
    '征求意见⟦45条，其中对班子的意见28条、对班子成员的意见19条⟧。',
    '巡察反馈⟦问题25个，已完成19个，正在推进7个⟧。',
    '上年度查摆了⟦3个问题，已改2个，正在改2个⟧。',
    '党员⟦23名，其中正式党员21名、预备党员3名⟧。',
    '共收到意见⟦建议23条，采纳20条，未采纳5条⟧，并逐条回复。',
    '⟦9个问题中已完成整改6个，基本完成1个，需长期坚持3个⟧。',
  ],
  good: [
    '查摆问题9个，制定措施14条，目前完成7个，仍在推进2个。',
    '征求意见45条，其中对班子的意见28条、对班子成员的意见17条。',
    '巡察反馈问题25个，已完成整改19个，正在推进4个，长期坚持2个。',
    '反馈问题25个，已完成19个。',
    '征求到意见6条，采纳5条，未采纳1条。',
    '反馈的320个问题，完成整改311个，阶段性完成并持续整改问题5个，未完成4个。',
    '其中整改完成水利领域问题18个；整改完成粮食领域问题9个，正在推进2个；整改完成财务问题7个，正在推进2个，长期坚持1个。',
  ],
}
