import { isInSection } from '../../material.ts'
import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

/** A branch hears of the 民主生活会 of its leaders, and leaders attend both; then the words around it say whose it is. */
const WHOSE =
  /党组|党委|党工委|领导|班子|上级|局|参加|列席|出席|双重|督导|通报|县以上|若干规定|(?:民主生活会)?[和、与及]组织生活会/

/** What makes a meeting one's own: 本次民主生活会, 上年度专题民主生活会. */
const THIS = /(?:[本这此上]一?次|(?:20\d\d|上一?)年度?|去年)(?:度)?(?:的)?(?:专题|[^，。；\n]{0,8}专题)?$/
const THIS_REACH = 20

export const meetingOfAnotherKind: Rule = {
  id: 'wording/meeting-of-another-kind',
  name: '会议名称不符',
  severity: 'warning',
  why: '党支部开的是组织生活会，写成民主生活会，多半是从领导班子的材料里抄来的。',
  source: { title: '《中国共产党支部工作条例（试行）》第十七条', known: 'regulation' },
  *check(context) {
    const { kind, meeting } = context.examination
    const isOfBranch = meeting === 'organisational_life' && (kind === 'branch' || kind === 'personal')
    if (!isOfBranch) return
    for (const found of reportMatches(
      context,
      /[^，。；\n]{0,24}(?<meeting>民主生活会)[^，。；\n]{0,16}/g,
      ({ 0: words }) =>
        WHOSE.test(words) || words.includes('《')
          ? null
          : { message: '党支部开的是组织生活会，这里写“民主生活会”，请核对' },
    )) {
      const at = context.text.indexOf('民主生活会', found.place.start)
      const isOwn = THIS.test(context.text.slice(Math.max(0, at - THIS_REACH), at))
      if (
        isOwn ||
        (kind === 'branch' &&
          (isInSection(context.examination, 'opening', found.place) ||
            isInSection(context.examination, 'problems', found.place)))
      )
        yield { ...found, place: { start: at, end: at + 5 } }
    }
  },
  bad: [
    '机关党支部2025年度组织生活会对照检查材料\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、存在的问题\n（一）批评不辣，发言少。\n（二）下基层少，全年只去了4次。\n二、整改措施\n1.每季度下基层2次。\n以上是支部的对照检查。本次⟦民主生活会⟧后，支部将列出清单。',
    '机关党支部2025年度组织生活会对照检查材料\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、存在的问题\n（一）批评不辣，在⟦民主生活会⟧和党日上发言少。\n（二）下基层少，全年只去了4次。',
  ],
  good: [
    '个人对照检查材料\n2025年度组织生活会\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、存在的问题\n（一）作为党组成员，在上年度党组民主生活会上认领的问题改得慢。\n（二）民主生活会开得好不好，要看整改。',
    '机关党支部2025年度组织生活会对照检查材料\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、存在的问题\n（一）批评不辣，局党组民主生活会点出的问题认领慢。\n（二）民主生活会和组织生活会上发言少，列席领导班子民主生活会少。',
  ],
}
