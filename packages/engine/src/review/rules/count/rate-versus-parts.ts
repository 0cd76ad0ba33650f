import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

const RATE =
  /(?:问题|意见|措施|任务|事项)(?:共|共计|共有)?\s?(\d{1,4})\s?(?:个|条|项|件)[，、]?(?:其中)?(?:已(?:经)?)?(?:完成整改|整改完成|完成|办结|整改)(?:的)?\s?(\d{1,4})\s?(?:个|条|项|件)[^。\n]{0,40}?(?:完成率|整改率|办结率)(?:为|达|达到)?\s?(\d{1,3}(?:\.\d{1,2})?)\s?[%％]/g

/** 发放问卷300份，收回296份，回收率98.7% */
const RETURNED =
  /发放[^。，\n]{0,12}?\s?(\d{1,5})\s?(?:份|张)[^。\n]{0,8}?收回[^。，\n\d]{0,8}(\d{1,5})\s?(?:份|张)[^。\n]{0,12}?(?:回收|收回)率(?:为|达|达到)?\s?(\d{1,3}(?:\.\d{1,2})?)\s?[%％]/g

export const rateVersusParts: Rule = {
  id: 'count/rate-versus-parts',
  name: '完成率与数目不符',
  severity: 'error',
  why: '完成率应当等于已完成数除以总数。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    for (const pattern of [RATE, RETURNED]) {
      yield* reportMatches(context, pattern, ([, total = '', done = '', rate = '']) => {
        const real = (Number(done) / Math.max(1, Number(total))) * 100
        if (Math.abs(real - Number(rate)) < 1) return null
        return { message: `${done}除以${total}是${real.toFixed(1)}%，这里写${rate}%，请核对` }
      })
    }
  },
  bad: [
    '⟦发放问卷300份，收回296份，收回率为96.8%⟧。',
    '⟦反馈问题25个，已完成19个，完成率86%⟧。'.replace('⟦反馈问题', '反馈⟦问题'),
  ],
  good: ['反馈问题25个，已完成19个，完成率76%。', '反馈问题3个，已完成2个，整改率66.7%。'],
}
