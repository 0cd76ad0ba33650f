import type { CheckRule } from '../../check-rule.ts'
import { filesOf, wholeFile } from '../../meeting-files.ts'

const LEAST_TALKS = 3

export const missingHeadTalk: CheckRule = {
  id: 'completeness/missing-head-talk',
  name: '没有与书记谈话',
  severity: 'warning',
  why: '主要负责人与班子每名成员必谈，缺了一次就是程序没有做到。',
  source: {
    title: '《县以上党和国家机关党员领导干部民主生活会若干规定》关于谈心谈话“必谈”的要求',
    known: 'unverified',
  },
  *check(meeting) {
    const { members, head } = meeting
    const files = filesOf(meeting, 'talk_record')
    const talks = files.flatMap((file) => file.talks)
    const spoke = (name: string): boolean =>
      talks.some(({ people }) => people.includes(name) && head !== null && people.includes(head))
    const others = members.filter((name) => name !== head)
    const withHead = others.filter(spoke)
    if (head === null || talks.length < LEAST_TALKS || withHead.length * 2 < others.length) return
    for (const name of others) {
      if (!spoke(name))
        yield {
          message: `没有${head}与${name}谈心谈话的记录，请核实是否谈过并补上`,
          about: name,
          places: files.slice(0, 1).map(wholeFile),
        }
    }
  },
}
