import { regulations } from '../../../standards/regulations.ts'
import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

const REPLACED = new Map(
  regulations.flatMap((regulation) => (regulation.replaces ?? []).map((title) => [title, regulation])),
)

export const replacedRegulation: Rule = {
  id: 'wording/replaced-regulation',
  name: '引用已被替代的法规',
  severity: 'warning',
  why: '引用的文件已经被新的代替，说明材料用的是旧稿。',
  source: { title: '公开发布的党内法规', known: 'practice' },
  *check(context) {
    const { year } = context.examination
    if (year === null) return
    yield* reportMatches(context, /《([^《》\n]{4,50})》/g, ([, title = '']) => {
      const now = REPLACED.get(title)
      if (!now?.date || Number(now.date.slice(0, 4)) > year) return null
      return {
        message: `《${title}》已由《${now.title}》（${now.date.slice(0, 4)}年）代替，请核对`,
        suggestion: `《${now.title}》`,
      }
    })
  },
  bad: [
    '2024年度民主生活会个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n严格执行⟦《信访条例》⟧。',
  ],
  good: [
    '2021年度民主生活会个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n严格执行《信访条例》。',
    '2024年度民主生活会个人对照检查材料\n\n会前我认真学习，征求意见，谈心谈话，对照要求查摆了自身存在的问题，现将有关情况报告如下。\n严格执行《信访工作条例》。',
  ],
}
