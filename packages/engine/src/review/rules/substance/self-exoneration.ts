import { isInSection } from '../../material.ts'
import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

const EXONERATION =
  /(?:但|不过|当然)?(?:总体上?看|总的来看|总体来说|总的来说|从总体上看)[^。；\n]{0,24}(?:是好的|较好|是过硬的|是合格的)[^。；\n]{0,30}|(?:总的来说|总体上看?|总的来看)[^。；\n]{0,30}(?:经得起考验|过得硬|问心无愧)[^。；\n]{0,4}|没有发生任何违(?:纪|法)[^。；\n]{0,12}/g

export const selfExoneration: Rule = {
  id: 'substance/self-exoneration',
  name: '查摆中自我开脱',
  severity: 'warning',
  why: '查摆问题时说“总体是好的”，是给自己下结论，冲淡了问题。',
  source: { title: '督导组审核实践', known: 'practice' },
  *check(context) {
    if (context.examination.kind === 'political_ecology') return
    for (const found of reportMatches(context, EXONERATION, () => ({ message: '查摆问题时不宜自我评价，请删去' }))) {
      if (isInSection(context.examination, 'problems', found.place)) yield found
    }
  },
  bad: [
    '一、存在的问题\n（一）廉洁自律方面\n风险排查不细，⟦但总体上看支部党员廉洁自律情况是好的⟧。\n（二）作风方面\n下得不勤。\n二、原因分析\n认识不足。',
  ],
  good: [
    '一、存在的问题\n（一）廉洁自律方面\n风险排查不细，有2处没有列入清单。\n（二）作风方面\n下得不勤。\n二、原因分析\n总的来看，认识不足是主要原因。',
  ],
}
