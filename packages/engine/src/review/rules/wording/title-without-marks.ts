import { regulations } from '../../../standards/regulations.ts'
import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

/** Titles long enough to be nothing but titles: 党章 and 信访工作条例 are said of the rules themselves too. */
const SHORTEST = 10
const TITLES = regulations
  .map(({ title }) => title.replace(/（试行）$/, ''))
  .filter((title) => title.length >= SHORTEST && /^(?:中国共产党|关于|县以上)/.test(title))
  .toSorted((a, b) => b.length - a.length)
const BARE = new RegExp(
  `(?<![《〈\\u4e00-\\u9fff（）“”])(?:${TITLES.join('|')})(?![》〉\\u4e00-\\u9fff])|(?<=(?:学习|研读|重温|对照|遵守|执行|落实|贯彻)(?:了)?)(?:${TITLES.join('|')})(?![》〉])`,
  'g',
)
/** “学习新中国的七十年、中国共产党的一百年等书”: what is counted as a book has a title. */
const BOOKS =
  /(?<=(?:学习|阅读|研读|通读|精读|翻阅|读)(?:了|过|完)?)[\u4e00-\u9fff]{4,16}(?:、[\u4e00-\u9fff]{4,16}){1,5}(?=等(?:\d{1,2}[本部]|几[本部]|多[本部])?(?:书籍?|著作|读本|书目)[\u4e00-\u9fff，。；、])/g

export const titleWithoutMarks: Rule = {
  id: 'wording/title-without-marks',
  name: '书名没有书名号',
  severity: 'warning',
  why: '文件、书籍的名称要加书名号，否则分不清起止。',
  source: { title: 'GB/T 15834—2011 标点符号用法', known: 'regulation' },
  *check(context) {
    yield* reportMatches(context, BARE, ([title]) => ({
      message: `“${title}”是文件名称，请加书名号`,
      suggestion: `《${title}》`,
    }))
    yield* reportMatches(context, BOOKS, ([titles]) => {
      const suggestion = titles
        .split('、')
        .map((title) => `《${title}》`)
        .join('')
      return { message: `“${titles}”是书名，请加书名号`, suggestion }
    })
  },
  bad: ['学习⟦新中国的七十年、中国共产党的一百年⟧等书没有读完。', '认真学习⟦中国共产党纪律处分条例⟧，联系自己少。'],
  good: [
    '学习《新中国的七十年》《中国共产党的一百年》等书，学习党史、新中国史等书面材料。',
    '认真学习《中国共产党纪律处分条例》，学习纪律处分条例修订情况。',
  ],
}
