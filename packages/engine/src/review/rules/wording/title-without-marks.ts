import { regulations } from '../../../standards/regulations.ts'
import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

/** Titles long enough to be nothing but titles: 党章 and 信访工作条例 are said of the rules themselves too. */
const SHORTEST = 10
const TITLES = regulations
  .map(({ title }) => title.replace(/（试行）$/, ''))
  .filter((title) => title.length >= SHORTEST && /^(?:中国共产党|关于|县以上|领导干部干预)/.test(title))
  .toSorted((a, b) => b.length - a.length)
const BARE = new RegExp(
  `(?<=^|[^《〈\\u4e00-\\u9fff（）“”]|党章[和与及、])(?:${TITLES.join('|')})(?:（试行）)?(?![》〉\\u4e00-\\u9fff])|(?<=(?:学习|研读|重温|对照|依照|依据|按照|遵守|执行|落实|贯彻)(?:了)?)(?:${TITLES.join('|')})(?:（试行）)?(?![》〉])`,
  'g',
)
/** What ends so is the name of a document, after a verb that takes one. */
const ON_TRIAL =
  /(?<=(?:依据|依照|按照|遵照|根据|对照|落实|执行|贯彻|学习|遵守|违反|印发|制定|修订|学)了?)(?!党章|[\u4e00-\u9fff、]{0,40}(?:了|过))[\u4e00-\u9fff]{2,16}(?:、[\u4e00-\u9fff]{2,16}){0,3}(?:条例|规定|办法|准则|规则|细则|规程)（(?:试行|暂行)）(?!》)/g
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
    yield* reportMatches(context, ON_TRIAL, ([title]) => ({
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
  bad: [
    '依据⟦医疗机构医用耗材管理办法（试行）⟧，成立管理委员会；落实⟦中小学教育惩戒规则（试行）⟧不到位。',
    '学了党章和⟦中国共产党支部工作条例（试行）⟧，记了笔记。',
    '依照⟦领导干部干预司法活动、插手具体案件处理的记录、通报和责任追究规定⟧，该报的报。',
    '学习⟦新中国的七十年、中国共产党的一百年⟧等书没有读完。',
    '认真学习⟦中国共产党纪律处分条例⟧，联系自己少。',
  ],
  good: [
    '学习《新中国的七十年》《中国共产党的一百年》等书，学习党史、新中国史等书面材料。',
    '认真学习《中国共产党纪律处分条例》，学习纪律处分条例修订情况。',
  ],
}
