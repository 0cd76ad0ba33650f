import type { Observation, Rule } from '../../rule.ts'
import { edgeLines } from '../../edge-lines.ts'
import { visibleLines } from '../../visible-lines.ts'

/** What a unit calls itself by, and what the names of units that may do so have in them; the last ones are words besides. */
const SELVES: readonly (readonly [self: string, ofNames: RegExp])[] = [
  ['局(?!长|面|部|限)', /局/],
  ['院(?!长)', /院/],
  ['校(?!长|对|正)', /校|学院|大学|中学|小学|幼儿园/],
  ['镇(?!长)', /镇/],
  ['乡(?!长)', /乡/],
  ['厅(?!长)', /厅/],
  ['馆(?!长)', /馆/],
  ['街道', /街道/],
  ['公司', /公司|集团|厂|企业/],
  ['集团', /集团|公司/],
  ['中心', /中心/],
  ['支队', /支队|大队|总队/],
  ['办(?!公|理|的|事|了|案|完|成|好|过)', /办/],
  ['委(?!员|托|屈|派|任|以)', /委/],
  ['会(?!长|[^党班干])', /会/],
  ['站(?!长|在|位|起|出|得|稳)', /站/],
  ['所(?!长|[^党班干])', /所/],
  ['行(?!长|动|为|使|走|我|政|程|业)', /行|信用|联社/],
]
/** How many of them can hardly mean anything else, so that one beside another name is enough. */
const SURE = 10
const SELF = new RegExp(`我(?:${SELVES.map(([self]) => `(${self})`).join('|')})`, 'g')
/** A unit names itself often; what occurs once or twice beside it was left by somebody else's text. */
const OWN_AT_LEAST = 3
const OTHER_SHARE = 0.25
/** Beside a name that is known, what is not of it may occur this often and still have been left there. */
const LEFT_AT_MOST = 2

interface Found {
  /** Which of `SELVES`. */
  readonly kind: number
  readonly words: string
  readonly observation: Observation
}

export const anotherUnit: Rule = {
  id: 'residue/another-unit',
  name: '别的单位的自称',
  severity: 'warning',
  why: '同一份材料里自称“我局”又自称“我校”，多半是套用了别的单位的文章。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check({ document, unitNames, examination }) {
    const found = selvesIn(visibleLines(document))
    const counts = Map.groupBy(found, ({ kind }) => kind)
    const [own, mine] = [...counts].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [-1, []]
    const names = [...unitNames, examination.title, ...edgeLines(document)]
    const isOwn = (kind: number): boolean => names.some((name) => SELVES[kind]?.[1].test(name) ?? false)
    const isNamed = SELVES.slice(0, SURE).some((_, kind) => isOwn(kind))
    for (const { kind, words, observation } of found) {
      const count = counts.get(kind)?.length ?? 0
      const isRare = mine.length >= OWN_AT_LEAST && kind !== own && count <= mine.length * OTHER_SHARE
      // A branch of a bureau is no bureau by its name: what the text says of itself most often is its own too.
      const isStrange =
        isNamed && kind < SURE && !isOwn(kind) && count <= LEFT_AT_MOST && (kind !== own || mine.length < OWN_AT_LEAST)
      if (isOwn(kind) || !(isRare || isStrange)) continue
      const beside = kind === own ? '本单位的名称' : `全文自称的“${mine[0]?.words ?? ''}”`
      yield { ...observation, message: `“${words}”与${beside}不符，请核对是否从别的单位的材料带来` }
    }
  },
  bad: [
    '我局党组认真学习。我局干部作风较好。我局制度健全。我局服务到位。但⟦我校⟧部分教师纪律松弛。',
    '青山镇中心小学党支部2024年度组织生活会对照检查材料\n\n会前认真学习研讨，广泛征求意见，现将对照检查情况报告如下，请批评指正。\n一、存在的问题\n1.学习不够。对⟦我院⟧医务人员的廉洁教育抓得不经常。\n2.下基层少，全年只去了4次。',
  ],
  good: [
    '我局党组认真学习。我局干部作风较好。我局制度健全。我局服务到位。我会继续努力。',
    '我校重视师德。',
    '青山镇中心小学党支部2024年度组织生活会对照检查材料\n\n会前认真学习研讨，广泛征求意见，现将对照检查情况报告如下，请批评指正。\n一、存在的问题\n1.学习不够，我校教师读书少，我镇的活动参加得少。\n2.下基层少，全年只去了4次。',
  ],
}

function selvesIn(lines: ReturnType<typeof visibleLines>): Found[] {
  return lines.flatMap((line) =>
    Array.from(line.plain.matchAll(SELF), (match) => ({
      kind: match.slice(1).findIndex((self) => self !== undefined),
      words: match[0],
      observation: { place: line.spanOf(match.index, match.index + match[0].length), message: '' },
    })),
  )
}
