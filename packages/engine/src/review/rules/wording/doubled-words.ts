import { beginsInsideWord } from '../../../wording/word-borders.ts'
import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

/** Two to six characters with a function word in them, twice in a row; and single words nobody doubles. */
const DOUBLED =
  /((?:的|和|对|在|了|是|与|及)[\u4e00-\u9fff]{1,5}|[\u4e00-\u9fff]{1,5}(?:的|和|了|与|及))\1|(?<!目)([此的了不和与及之其将把被向为以于并但而或该]|(?<![存现正实所内潜自外旨好])在)\2(?![\u4e00-\u9fff]?\2)/g
/** 为为 or 和和 at a word boundary: 因为为民、温和和谐 are two words. */
const LEGITIMATE = /^(?:以以|为为|和和|与与|其其|而而|之之|并并|将将|把把|向向|该该)$/

export const doubledWords: Rule = {
  id: 'wording/doubled-words',
  name: '词语重复',
  severity: 'error',
  why: '修改、粘贴后留下的重复，读起来不通。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    yield* reportMatches(context, DOUBLED, ({ 0: words, index, input }) => {
      const once = words.slice(0, words.length / 2)
      // 人口少的村的村民委员会: the second begins another word.
      if (words.length > 2 && beginsInsideWord(input, index + words.length)) return null
      if (words === '及及' && input.charAt(index - 1) === '以') return null
      if (LEGITIMATE.test(words) || /^(.)\1+$/.test(once)) return null
      return { message: `“${once}”写了两遍，请删去一遍`, suggestion: once }
    })
  },
  bad: [
    '考勤登记⟦不不⟧完整，以至⟦于于⟧漏登。',
    '对照新形势⟦的要求的要求⟧，还有差距。',
    '⟦此此⟧问题已经整改。',
    '没有⟦在在⟧现场看、现场改。',
    '结合工作⟦的的⟧实际。',
  ],
  good: [
    '人人的要求不同，群众的要求更高。',
    '慢慢来，好好学，事事有着落，件件有回音。',
    '问题还存在在基层，人现在在岗。',
    '因为为民服务是宗旨，以以下问题为例。',
    '学习和学习教育，抓实抓细，常学常新。',
    '人口少的村的村民委员会可以不设，以及及时回复来信。',
    '点点滴滴汇成江河，目的的地位很重要。',
  ],
}
