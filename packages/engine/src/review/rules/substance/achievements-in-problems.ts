import type { Rule } from '../../rule.ts'
import { isSelfCheck } from '../../material.ts'

/** Praise longer than this and longer than the problems that follow it has taken their place. */
const LONGEST_PREAMBLE = 220

/** What lists aspects or shortcomings of its own is no preamble. */
const LIST = /[（(][一二三四五六七八九\d]{1,2}[）)]|[一二三]是|(?:^|\n)\s*\d[.、]|不够|不足|不到位|差距/

export const achievementsInProblems: Rule = {
  id: 'substance/achievements-in-problems',
  name: '问题部分表功',
  severity: 'advice',
  why: '查摆问题的部分先讲一大段成绩，冲淡了问题。',
  source: { title: '督导组审核实践', known: 'practice' },
  *check({ examination, text }) {
    if (!isSelfCheck(examination.kind)) return
    for (const { preamble, start, end, heading } of examination.aspects) {
      const words = text.slice(preamble.start, preamble.end).trim()
      const rest = end - start - words.length
      if (
        words.length < LONGEST_PREAMBLE ||
        LIST.test(words) ||
        words.length * 2 < rest ||
        !/取得|成效|提升|圆满|顺利|始终|扎实|有力|荣获|表彰/.test(words)
      )
        continue
      const first = preamble.start + text.slice(preamble.start).search(/[^\s。；，：]/)
      const stop = text.slice(first).search(/[。\n]/)
      yield {
        place: { start: first, end: first + Math.max(1, stop) },
        message: `“${heading.slice(0, 14)}”先用${words.length}字讲成绩，请压缩成一句，直接写问题`,
      }
    }
  },
  bad: [
    `领导班子对照检查材料\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下，请同志们批评指正。\n一、存在的问题\n（一）理论学习方面\n⟦${'领导班子始终坚持学习制度，扎实开展研讨，取得明显成效'.repeat(9)}⟧。但还存在以下问题。\n1.学得不深。\n2.用得不活。\n（二）工作作风方面\n1.下得不勤。\n二、原因分析\n1.认识不足。`,
  ],
  good: [
    '领导班子对照检查材料\n\n会前认真学习研讨，广泛征求意见，深入谈心谈话，现将对照检查情况报告如下。\n一、上年度整改情况\n逐项整改完毕。\n二、存在的问题\n（一）理论学习方面\n班子坚持学习制度，但还存在以下问题。\n1.学得不深，全年只读了2本书。\n2.用得不活。\n（二）工作作风方面\n1.下得不勤，全年只去了4次。\n三、原因分析\n1.认识不足。\n四、整改措施\n1.每月学习一次。',
  ],
  alsoReports: ['similarity/self-repetition'],
}
