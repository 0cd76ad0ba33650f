import type { Observation, Rule } from '../../rule.ts'
import { type VisibleLine, visibleLines } from '../../visible-lines.ts'

const UNIT = '个|条|项|件|人次|人|名|户|份|起|篇|场|次'
/** “意见23条，其中上级点出6条、群众提出9条、自己找出7条。”: the parts up to the end of the clause. */
const OF_WHICH = new RegExp(
  `(?<!\\d)(\\d{1,5})\\s?(${UNIT})[，、（(]?其中[：:]?((?:[^，。；、\\d\\n]{1,14}\\d{1,5}\\s?(?:${UNIT})[，、]?){2,6})(?=[。；）)\\n]|$)`,
  'g',
)
/** “民警19人、辅警24人共42人”. */
const IN_ALL = new RegExp(
  `((?:[^，。；、\\d\\n]{1,14}\\d{1,5}\\s?(?:${UNIT})[，、]?){2,6})(?:共|共计|合计|总计|一共)(\\d{1,5})\\s?(${UNIT})`,
  'g',
)
const PART = new RegExp(`(\\d{1,5})\\s?(${UNIT})`, 'g')
/** Parts that leave so little of the total over are meant to be all of it. */
const NEAR = 0.12

export const partsNearTotal: Rule = {
  id: 'count/parts-near-total',
  name: '分项加起来差一点',
  severity: 'warning',
  why: '“其中”后面的几项差一点就等于总数，多半是改了一个数，没有改另一个。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check({ document }) {
    for (const line of visibleLines(document)) {
      for (const match of line.plain.matchAll(OF_WHICH)) {
        const [words, total = '', unit = '', parts = ''] = match
        const sum = sumOf(parts, unit)
        // More than the total is an error, of which another rule tells.
        if (sum !== null && sum < Number(total) && isNear(sum, Number(total)))
          yield told(line, match.index, words, { total, sum })
      }
      for (const match of line.plain.matchAll(IN_ALL)) {
        const [words, parts = '', total = '', unit = ''] = match
        const sum = sumOf(parts, unit)
        if (sum !== null && sum !== Number(total) && isNear(sum, Number(total)))
          yield told(line, match.index, words, { total, sum })
      }
    }
  },
  bad: [
    '共梳理意见⟦23条，其中上级点出6条、群众提出9条、班子自己找出7条⟧。',
    '共走访⟦1260户，其中独居老人86户、困难家庭47户、其他居民1117户⟧。',
    '⟦民警19人、辅警24人共42人⟧参加了座谈。',
  ],
  good: [
    '共梳理意见22条，其中上级点出6条、群众提出9条、班子自己找出7条。',
    '共走访1260户，其中独居老人86户、困难家庭47户。',
    '民警19人、辅警24人共43人参加了座谈，其中党员12人、群众代表5人。',
    '全年集中学习12次，其中党课2次、研讨3次。',
  ],
}

/** What the parts come to; null if they are not all counted with the same word. */
function sumOf(parts: string, unit: string): number | null {
  const found = [...parts.matchAll(PART)]
  return found.every((part) => part[2] === unit) ? found.reduce((sum, part) => sum + Number(part[1]), 0) : null
}

function isNear(sum: number, total: number): boolean {
  return Math.abs(total - sum) <= Math.max(1, total * NEAR)
}

function told(
  line: VisibleLine,
  start: number,
  words: string,
  { total, sum }: { readonly total: string; readonly sum: number },
): Observation {
  const place = line.spanOf(start, start + words.replace(/[，、]$/, '').length)
  return { place, message: `总数是${total}，各项相加是${sum}，请核对` }
}
