import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

const TALK =
  /(?:好的|当然)[，,][^。\n]{0,16}(?:以下|下面)是[^。：\n]{0,30}|以下是(?:一[篇份]|为[您你]|根据[您你])[^。：\n]{0,30}|作为(?:一个|一名)?(?:AI|人工智能|语言模型)[^。，\n]{0,12}|希望(?:这[篇份]|以上内容|对[您你])[^。\n]{0,20}(?:帮助|要求|满意)|[您你]可以根据(?:实际|具体)情况(?:进行)?(?:修改|调整|补充)|如需(?:进一步)?(?:修改|调整|补充)[，,]?请(?:告诉|随时)[^。\n]{0,10}/g

export const assistantTalk: Rule = {
  id: 'residue/assistant-talk',
  name: '智能写作工具口吻',
  severity: 'error',
  why: '写作工具的客套话留在正文里，说明材料不是本人写的，也没有看过。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    yield* reportMatches(context, TALK, () => ({ message: '这是写作工具的话，请删去，并由本人重新撰写' }))
  },
  bad: ['⟦好的，以下是一篇对照检查材料⟧：', '⟦您可以根据实际情况进行修改⟧。', '⟦希望以上内容对您有所帮助⟧。'],
  good: ['以下是存在的主要问题。', '希望同志们批评帮助。', '根据实际情况调整了分工。'],
}
