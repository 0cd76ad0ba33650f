import type { Observation, Rule } from '../../rule.ts'
import { visibleLines, type VisibleLine } from '../../visible-lines.ts'

/** “反馈问题25个，已完成19个，正在推进7个”: a total, then parts that must make it up. */
const TOTAL = /(?:问题|意见|措施|任务|事项|项目)(?:共|共计|共有|总数|为|合计)?\s?(\d{1,4})\s?(个|条|项|件)/g
const PART = /(?:已(?:经)?(?:完成|整改|办结|解决|销号)|完成整改|整改完成|(?:正在|仍在|还在)(?:整改|推进|办理)|长期坚持|尚未完成|未完成|推进中|持续推进)(?:整改|推进)?(?:的)?\s?(\d{1,4})\s?(个|条|项|件)/g
const REACH = 80

function* sums(line: VisibleLine): Generator<Observation> {
  for (const total of line.plain.matchAll(TOTAL)) {
    const end = total.index + total[0].length
    const rest = line.plain.slice(end, end + REACH)
    const until = rest.search(/[。\n]|(?:问题|意见|措施|任务)\d/)
    // Six problems solved say nothing about eleven measures: only parts counted with the same word add up.
    const parts = [...(until >= 0 ? rest.slice(0, until) : rest).matchAll(PART)].filter((part) => part[2] === total[2]).map((part) => Number(part[1]))
    if (parts.length < 2) continue
    const sum = parts.reduce((a, b) => a + b, 0)
    const stated = Number(total[1])
    if (sum === stated) continue
    yield { span: line.spanOf(total.index, end), message: `总数是${stated}，后面各项相加是${parts.join('＋')}＝${sum}，请核对` }
  }
}

/** “意见45条，其中对班子的28条、对成员的19条”: parts need not be complete, but can never be more than the total. */
const OF_WHICH = /(\d{1,4})(个|条|项|件|人次|人)[，、]?其中/g
const ANY_PART = /(\d{1,4})(个|条|项|件|人次|人)/g

function* excesses(line: VisibleLine): Generator<Observation> {
  for (const total of line.plain.matchAll(OF_WHICH)) {
    const rest = line.plain.slice(total.index + total[0].length, total.index + total[0].length + REACH)
    const parts = [...(rest.split(/[，。；\n]/)[0] ?? '').matchAll(ANY_PART)].filter((part) => part[2] === total[2]).map((part) => Number(part[1]))
    const sum = parts.reduce((a, b) => a + b, 0)
    if (parts.length < 2 || parts.some((part) => part > Number(total[1])) || sum <= Number(total[1])) continue
    yield { span: line.spanOf(total.index, total.index + total[0].length), message: `总数是${total[1]}，其中各项相加是${parts.join('＋')}＝${sum}，请核对` }
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
      yield* sums(line)
      yield* excesses(line)
    }
  },
  bad: ['征求意见⟦45条，其中⟧对班子的意见28条、对班子成员的意见19条。', '巡察反馈⟦问题25个⟧，已完成19个，正在推进7个。'],
  good: ['征求意见45条，其中对班子的意见28条、对班子成员的意见17条。', '巡察反馈问题25个，已完成整改19个，正在推进4个，长期坚持2个。', '反馈问题25个，已完成19个。'],
}
