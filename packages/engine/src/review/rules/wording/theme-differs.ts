import { chineseBigramsOf, dice } from '../../../wording/likeness.ts'
import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

const THEME = /主题(?:是|为)[：:]?[“"]?(?<theme>[^。”"\n]{8,160})/g
/** From here on a clause is that of the notice, written otherwise. */
const ALIKE = 0.5

function plain(words: string): string {
  return words.replace(/[^\u4e00-\u9fff]/g, '')
}

/** True if the characters of the clause all stand in the whole, in this order: something was left out, nothing changed. */
function isShortened(clause: string, whole: string): boolean {
  let at = 0
  for (const character of whole) if (character === clause.charAt(at)) at += 1
  return at >= clause.length
}

export const themeDiffers: Rule = {
  id: 'wording/theme-differs',
  name: '主题与通知不同',
  severity: 'advice',
  why: '会议主题由通知规定，写的时候可以简省，不宜改动字词。',
  source: { title: '当年会议通知（见会议模板）', known: 'practice' },
  *check(context) {
    const { template } = context
    if (template === null || template.known === 'unverified') return
    const whole = plain(template.theme)
    const clauses = template.theme.split('，').map(plain)
    yield* reportMatches(context, THEME, ({ groups }) => {
      const written = (groups?.['theme'] ?? '').split('，').map(plain)
      const changed = written.find(
        (clause) =>
          clause !== '' &&
          !isShortened(clause, whole) &&
          !clauses.some((own) => isShortened(own, clause)) &&
          clauses.some((own) => dice(chineseBigramsOf(own), chineseBigramsOf(clause)) >= ALIKE),
      )
      return changed === undefined
        ? null
        : { message: `通知的主题是“${template.theme}”，这里的“${changed}”与它不同，请核对` }
    })
  },
  bad: [
    '2025年度民主生活会个人对照检查材料\n\n这次会议的⟦主题是以打攻坚战、持久战的决心毅力，锲而不舍落实中央八项规定精神⟧。会前我认真学习，征求意见，谈心谈话，查摆了自身存在的问题。',
  ],
  good: [
    '2025年度民主生活会个人对照检查材料\n\n这次会议的主题是以打攻坚战、持久战的决心和恒心，锲而不舍落实中央八项规定精神。会前我认真学习，征求意见，谈心谈话，查摆了自身存在的问题。',
    '2021年度民主生活会个人对照检查材料\n\n这次会议的主题是弘扬伟大建党精神，坚持党的百年奋斗历史经验，不忘初心使命。会前我认真学习，征求意见，谈心谈话，查摆了自身存在的问题。',
    '2025年度民主生活会个人对照检查材料\n\n这次会议的主题是推进作风建设常态化长效化，密切联系本局工作实际。会前我认真学习，征求意见，谈心谈话，查摆了自身存在的问题。',
  ],
}
