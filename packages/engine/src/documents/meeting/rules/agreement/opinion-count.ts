import type { CheckRule } from '../../check-rule.ts'
import { filesOf, nameOf, outliers, placeOf } from '../../meeting-files.ts'

export const opinionCount: CheckRule = {
  id: 'agreement/opinion-count',
  name: '意见条数不一致',
  severity: 'error',
  why: '征求到多少条意见，汇总表、材料、记录、报告要一样。',
  source: { title: '会议档案核对实践', known: 'practice' },
  *check(meeting) {
    const files = filesOf(meeting, 'opinion_summary', 'team_material', 'minutes', 'meeting_report', 'publication')
    const stated = files.flatMap(({ counts }) => counts.filter(({ thing }) => thing === 'opinions'))
    const found = outliers(stated)
    if (found !== null) {
      const said = found.others.map(({ value, path }) => `${nameOf(path)}写${value}条`)
      yield {
        message: `征求意见的条数不一致：${said.join('，')}，其他材料写${found.value}条，请核对`,
        about: [...found.others.map(({ value }) => value), found.value].join('、'),
        places: stated.map(placeOf),
      }
    }
    for (const { kind, items, counts, path } of files) {
      const own = counts.filter(({ thing }) => thing === 'opinions')
      const [first] = own
      if (
        kind !== 'opinion_summary' ||
        first === undefined ||
        items.length < 3 ||
        own.some(({ value }) => value === items.length)
      )
        continue
      yield {
        message: `${nameOf(path)}写共${first.value}条，表里列了${items.length}条，请核对`,
        about: `${first.value}`,
        places: [placeOf(first)],
      }
    }
  },
}
