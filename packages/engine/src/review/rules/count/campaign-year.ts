import { campaigns } from '../../../standards/campaigns.ts'
import { monthInChinese } from '../../../wording/write-date.ts'
import type { Span } from '../../../span.ts'
import type { Rule } from '../../rule.ts'
import { reportFound } from '../../visible-lines.ts'

const BY_NAME = new Map(
  campaigns.flatMap((campaign) => [campaign.name, ...campaign.aliases].map((name) => [name, campaign])),
)
const OF_CAMPAIGN = new RegExp(`(?:${[...BY_NAME.keys()].toSorted((a, b) => b.length - a.length).join('|')})`, 'g')
/** What goes on after a campaign (its results, its norms) may be said of a later year, of an earlier one nothing. */
const GOES_ON = /^(?:成果|成效|常态|长效|中?查摆|整改|后|以来)/
const YEAR_BEFORE = /(20\d\d)年(?:\d{1,2}月(?:以来|起)?)?(?:度|开展的?|的|全党|扎实开展|深入开展|组织开展){0,2}$/
/** As far as a year can stand before the name it belongs to. */
const FURTHEST = 24

interface DatedCampaign extends Span {
  readonly name: string
  readonly year: string
  readonly goesOn: boolean
}

function datedCampaignsIn(text: string): DatedCampaign[] {
  return Array.from(text.matchAll(OF_CAMPAIGN)).flatMap(({ 0: name, index }) => {
    const [words, year] = YEAR_BEFORE.exec(text.slice(Math.max(0, index - FURTHEST), index)) ?? []
    return words === undefined || year === undefined
      ? []
      : [
          {
            name,
            year,
            goesOn: GOES_ON.test(text.slice(index + name.length, index + name.length + 4)),
            ...{ start: index - words.length, end: index + name.length },
          },
        ]
  })
}

export const campaignYear: Rule = {
  id: 'count/campaign-year',
  name: '学习教育年份不符',
  severity: 'warning',
  why: '集中性学习教育是哪一年开展的，大家都知道，写错年份说明没有核对。',
  source: { title: '历次集中性学习教育的公开报道', known: 'regulation' },
  *check(context) {
    yield* reportFound(context, datedCampaignsIn, ({ year, name, goesOn }) => {
      const campaign = BY_NAME.get(name)
      if (!campaign || (campaign.from.slice(0, 4) <= year && (goesOn || year <= campaign.to.slice(0, 4)))) return null
      return { message: `${name}是${monthInChinese(campaign.from)}开始的，这里写“${year}年”，请核对` }
    })
  },
  bad: [
    '持续巩固⟦2024年深入贯彻中央八项规定精神学习教育⟧成果。',
    '回顾⟦2023年党纪学习教育⟧，收获很大。',
    '⟦2024年开展的深入贯彻中央八项规定精神学习教育⟧中查出问题3个。',
  ],
  good: [
    '回顾2024年党纪学习教育，收获很大。',
    '2025年党纪学习教育成果进一步巩固，2025年深入贯彻中央八项规定精神学习教育扎实开展。',
    '2025年，党纪学习教育转入常态。',
  ],
}
