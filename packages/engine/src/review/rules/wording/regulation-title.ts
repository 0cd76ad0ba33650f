import { regulations } from '../../../standards/regulations.ts'
import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

const RIGHT = new Set(
  regulations.flatMap(({ title, short = [], replaces = [] }) => [title, ...short, ...replaces].map(normal)),
)
const TITLES = regulations.map(({ title }) => ({ title, plain: normal(title) }))
/** A title this close to a known one is that one, misquoted: one or two characters added, left out or changed. */
const CLOSE = 2
const SHORTEST = 8

/** Brackets, quotation marks, spaces and 试行 are written in several right ways. */
function normal(title: string): string {
  return title.replace(/[（(](?:试行|修订|修订稿|暂行)[）)]/g, '').replace(/[\s“”"'‘’（）()、，]/g, '')
}

export const regulationTitle: Rule = {
  id: 'wording/regulation-title',
  name: '法规名称有误',
  severity: 'warning',
  why: '党内法规和文件的名称必须写准，多字少字都不行。',
  source: { title: '公开发布的党内法规名称', known: 'practice' },
  *check(context) {
    yield* reportMatches(context, /《([^《》\n]{6,50})》/g, ([, written = '']) => {
      const plain = normal(written)
      if (plain.length < SHORTEST || RIGHT.has(plain)) return null
      const near = TITLES.find((title) => isClose(plain, title.plain))
      if (!near || /(?:实施|贯彻|细则|解读|学习|读本|问答|宣传|若干措施)/.test(written)) return null
      return { message: `《${written}》与《${near.title}》相差一两个字，请核对名称`, suggestion: `《${near.title}》` }
    })
  },
  bad: [
    '学习⟦《关于新形势下党内政治生活若干准则》⟧，严格对照。',
    '落实⟦《党委（党组）落实全面从严治党主体责任的规定》⟧。',
  ],
  good: [
    '学习《关于新形势下党内政治生活的若干准则》《中国共产党纪律处分条例》和《条例》。',
    '执行《中国共产党支部工作条例》，印发《关于进一步加强机关作风建设的意见》。',
    '学习《党委(党组)落实全面从严治党主体责任规定》。',
    '遵守《中华人民共和国专利法》《中华人民共和国预算法》《中华人民共和国安全法》。',
  ],
}

/** What titles of one kind have in common: two laws differ in what stands between. */
const FRAME = /^(?:中华人民共和国|中国共产党|中共中央|关于)|(?:工作|实施)?(?:条例|规定|办法|准则|意见|决定|细则|法)$/g
/** A slip leaves most of the words that tell one regulation from another. */
const KEPT = 4

function isClose(plain: string, title: string): boolean {
  const edits = distance(plain, title)
  return edits <= CLOSE && edits * KEPT <= title.replace(FRAME, '').length
}

/** Edit distance of two titles, given up (as CLOSE + 1) as soon as their lengths differ too much. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > CLOSE) return CLOSE + 1
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const change = (row[j - 1] ?? 0) + (a.charAt(i - 1) === b.charAt(j - 1) ? 0 : 1)
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[b.length] ?? CLOSE + 1
}
