import type { Span } from '../../../span.ts'
import type { Rule } from '../../rule.ts'
import { isSurname } from '../../../wording/name-patterns.ts'
import { beginsInsideWord } from '../../../wording/word-borders.ts'
import { reportFound } from '../../visible-lines.ts'

/** Characters that are doubled by right at the end of a clause: 天天、往往、硬邦邦 … */
const DOUBLES =
  '常人天处事件时步层代户家年月日次样条句字个种点慢好深默渐仅刚稍偏恰往明暗堂谆勤恳切循拳孜兢业面星斑等多谢久悄纷频屡连略微早晚声洋昭赫历茫滚滔源津郁葱熙攘济冉袅娓侃铮寥区看试想说听走问写讲谈改练学干妈爸爷奶哥姐弟妹甸腾邦生油森巴冲乎溜光沉淡白绿红亮蒙哈呵嗡隆哗闪弯'
/** Two characters that are doubled by right: 研究研究、一步一步、很久很久、非常非常、服务服务对象 … */
const PAIRS =
  /^(?:[一半几]|很久|非常|很多|许多|研究|商量|讨论|考虑|了解|学习|交流|锻炼|体会|感受|琢磨|评估|思考|服务|工作|管理|监督|建设|整改|指导|教育|发展|如何|怎样|谢谢|高兴|热闹|走访|检查|休息|放松|反思|总结|对照|党员|干部|群众|问题|单位|企业|组织|宣传|领导|代表|协调|沟通|调整|改进|配合|帮助|支持|关心|照顾|提醒)/
const REPEATED =
  /([\u4e00-\u9fff]{2,6})\1|(?<=[抓做落压夯管盯][\u4e00-\u9fff]?)(?:实实(?!在)|细细(?!化)|紧紧(?!围|密|扣|迫|跟|抓|盯|依)|牢牢(?!把|掌|抓|记|守|树))(?=[\u4e00-\u9fff，。；、]|$)|([\u4e00-\u9fff])\2(?=[，。；！？]|$)/gm

interface Repeated extends Span {
  readonly once: string
  readonly before: string
  /** True if it begins or ends in the middle of a word: the 业创业创 of 企业创业创新. */
  readonly isCut: () => boolean
}

function repeatedIn(text: string): Repeated[] {
  return Array.from(text.matchAll(REPEATED), ({ 0: words, index }) => {
    const length = words.length / 2
    let start = index
    // 改作风树新风树新风: what is said twice is 树新风, not the 风树新 that begins inside 作风.
    while (text.charAt(start + 2 * length) === text.charAt(start) && beginsInsideWord(text, start)) start += 1
    const end = start + 2 * length
    const isCut = (): boolean =>
      length > 1 &&
      (beginsInsideWord(text, end) || (beginsInsideWord(text, start) && /[\u4e00-\u9fff]/.test(text.charAt(end))))
    return {
      start,
      end,
      isCut,
      once: text.slice(start, start + length),
      before: text.slice(Math.max(0, start - 3), start),
    }
  })
}

function isRight({ once, before, isCut }: Repeated): boolean {
  const [beforeLast, last] = [before.at(-2) ?? '', before.at(-1) ?? '']
  if (once.length === 1) {
    // 踏踏实实、明明白白: the pair before is doubled too.
    const isPaired = last !== '' && last === beforeLast
    // 张圆圆、欧阳圆圆: a name, alone or in a list of names.
    const isName = isSurname(before.slice(-2)) || (isSurname(last) && !/[\u4e00-\u9fff]/.test(beforeLast))
    return isPaired || isName || DOUBLES.includes(once) || /^(?:目的|立法)$/.test(`${last}${once}`)
  }
  if (once.length === 2 && PAIRS.test(once)) return true
  // 的要求的要求 is wording/doubled-words.
  if (once.charAt(0) === once.charAt(1) || /^[的和对在了是与及]|[的和了与及]$/.test(once)) return true
  // Last, because a dictionary is asked.
  return isCut()
}

export const repeatedWord: Rule = {
  id: 'wording/repeated-word',
  name: '疑似字词重复',
  severity: 'warning',
  why: '多打了一遍的字词，是粘贴或输入法留下的。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    yield* reportFound(context, repeatedIn, (found) =>
      isRight(found) ? null : { message: `“${found.once}”写了两遍，请核对`, suggestion: found.once },
    )
  },
  bad: [
    '请同志们批评⟦指正指正⟧。',
    '切实做到件件有回⟦应应⟧，事事有着落。',
    '改革试点工作⟦推迟推迟⟧到年底。',
    '有的职工对报告内容说不⟦上来上来⟧。',
    '“好人主义”思想⟦不同程度不同程度⟧存在。',
    '在改作风⟦树新风树新风⟧方面用力不够，在改作风⟦树新风树新风⟧。',
  ],
  good: [
    '工作要天天抓，常常讲，事情明明白白，作风踏踏实实，勤勤恳恳。',
    '这件事再研究研究，一步一步来，一项一项抓。',
    '台账沉甸甸，态度硬邦邦。',
    '主持人：张圆圆\n记录：李芳芳，王迎迎',
    '支持中小企业创业创新，达到管理目的的，准予通过，工会委员会委员到会。',
    '把服务服务对象放在心上，学习学习再学习。',
  ],
}
