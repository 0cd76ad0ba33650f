import type { CheckRule } from '../../check-rule.ts'
import { disagreement, filesOf, nameOf, placeOf } from '../../meeting-files.ts'

export const opinionCount: CheckRule = {
  id: 'agreement/opinion-count',
  name: '意见条数不一致',
  severity: 'error',
  why: '征求到多少条意见，汇总表、材料、记录、报告要一样。',
  source: { title: '会议档案核对实践', known: 'practice' },
  *check(meeting) {
    const files = filesOf(meeting, 'opinion_summary', 'team_material', 'minutes', 'meeting_report', 'publication')
    const stated = files.flatMap(({ counts }) => counts.filter(({ thing }) => thing === 'opinions'))
    const found = disagreement(stated)
    if (found !== null) {
      const said = found.groups.map(
        ({ value, stated: own }) => `${own.map(({ path }) => nameOf(path)).join('、')}写${value}条`,
      )
      yield {
        message: `征求意见的条数不一致：${said.join('；')}，请核对`,
        about: found.groups.map(({ value }) => value).join('、'),
        places: stated.map(placeOf),
      }
    }
    for (const { kind, items, counts, path } of files) {
      const own = counts.find(({ thing }) => thing === 'opinions')
      if (kind !== 'opinion_summary' || own === undefined || items.length < 3 || items.length === own.value) continue
      yield {
        message: `${nameOf(path)}写共${own.value}条，表里列了${items.length}条，请核对`,
        about: `${own.value}`,
        places: [placeOf(own)],
      }
    }
  },
}
