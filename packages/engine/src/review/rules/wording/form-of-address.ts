import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

export const formOfAddress: Rule = {
  id: 'wording/form-of-address',
  name: '称谓不规范',
  severity: 'error',
  why: '正式材料中领导人的称谓要写全称和职务。',
  source: { title: '公文用语规范', known: 'practice' },
  *check(context) {
    yield* reportMatches(
      context,
      /(?<![学练实补温复研自演])习(?:总书记|主席)|习近平总(?!书记|体|结)(?=[的关在对])|习近平系列(?:重要)?(?:讲话|论述)?(?:精神)?/g,
      ([words]) => {
        if (words.startsWith('习近平系列')) {
          const suggestion = `习近平总书记${words.slice(3)}`
          return { message: `“${words}”应写作“${suggestion}”，请补全职务`, suggestion }
        }
        return { message: `“${words}”应写作“习近平总书记”`, suggestion: '习近平总书记' }
      },
    )
  },
  bad: ['认真学习⟦习总书记⟧重要讲话精神。', '学习⟦习近平系列重要讲话⟧。'],
  good: [
    '认真学习习近平总书记重要讲话精神。',
    '学习《习近平著作选读》和习近平文化思想。',
    '养成学习总书记著作的习惯，习近平总书记强调实干。',
  ],
}
