import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

interface DeSlip {
  readonly pattern: RegExp
  /** The particle that belongs there. */
  readonly right: '的' | '地' | '得'
}

/** Verbs of the field that a following 得 judges: 学得不深, 抓得不紧. */
const JUDGED =
  '学|抓|做|走|管|查|改|用|想|看|听|问|谈|讲|写|干|办|钻|挖|点|压|落实|执行|把握|理解|领会|思考|研究|考虑|开展|贯彻|推进|剖析|检视|查摆|整改|学习'
/** Adjectives that only such a judgement has behind 不: 不深, 不紧 …; not before a noun (抓的不紧迫问题). */
const JUDGEMENT = '深|紧|实|细|严|透|牢|准|勤|好|够|多|快|全|足|到位|彻底|扎实|深入|透彻|及时|充分|全面|具体|精准'

/** Only what is wrong wherever it stands: where 的, 地 and 得 are all thinkable, nothing is said. */
const SLIPS: readonly DeSlip[] = [
  {
    right: '得',
    pattern: new RegExp(`(?:${JUDGED})的(?:还|都|也)?(?:不够?|不太|比较|较|很)(?:${JUDGEMENT})(?=[，。；、]|$)`, 'g'),
  },
  { right: '得', pattern: /(?<=[得][多少]，(?:主动|自觉|真正)?[\u4e00-\u9fff]{2,6})的[多少](?=[，。；、]|$)/g },
  {
    right: '地',
    pattern:
      /(?:最大(?:程度|限度)|创造性|针对性|系统性|经常性|持续|不断|深入|认真|积极|主动|自觉|切实|扎实|坚决|严格|全面|及时|充分)的(?=(?:调动|发挥|推进|推动|落实|开展|执行|贯彻|遵守|履行|学习|完成|解决|维护|支持|参加|参与|接受|做好|抓好|激发|满足|凝聚|减少|提高|提升|加强|改进|查找|剖析|整改))(?!(?:学习|落实|执行|推进|推动|整改|贯彻|参与|支持|发挥|解决|提高|提升|维护)(?:态度|力度|氛围|精神|作用|能力|水平|意识|效果|情况|过程|问题|机制|计划|任务|，|。|；|、))/g,
  },
  {
    right: '的',
    pattern:
      // What stands before the adverb is looked at last: to look back from every character would take longer than the rest.
      /(?:总体|系统|深入|全面|细致|具体|深刻|认真|长远|整体|通盘)地(?<=(?:缺乏|缺少|没有|进行|作出|开展|加强)[\u4e00-\u9fff]{0,4}..地)(?=(?:谋划|思考|研究|分析|规划|考虑|剖析|总结|认识|调研|打算)(?:和(?:思考|谋划|研究|分析|规划))?[，。；、]|(?:谋划|思考|研究|分析|规划)和)/g,
  },
]

export const deParticle: Rule = {
  id: 'wording/de-particle',
  name: '的地得用错',
  severity: 'warning',
  why: '“的”“地”“得”各有用处，用错了读起来别扭，也显得粗疏。',
  source: { title: '《现代汉语词典》', known: 'practice' },
  *check(context) {
    for (const { pattern, right } of SLIPS) {
      yield* reportMatches(context, pattern, ([words]) => {
        const suggestion = words.replace(/[的地](?!.*[的地])/, right)
        return { message: `“${words}”应为“${suggestion}”`, suggestion }
      })
    }
  },
  bad: [
    '缺乏⟦总体地⟧谋划和思考，批评⟦点的不深⟧，问题⟦抓的不紧⟧。',
    '⟦最大程度的⟧调动大家不够，被动执行得多，主动作为⟦的少⟧。',
  ],
  good: [
    '缺乏总体的谋划和思考，批评点得不深，问题抓得不紧，最大程度地调动大家。',
    '总体地看，成绩是主要的；主动的学习氛围不浓，认真的落实态度可嘉。',
    '学的不深是理论，抓的不紧要问题不少，被动的多，主动的少。',
  ],
}
