import { wholeFile } from '../../../../findings/place.ts'
import type { CheckObservation, CheckRule } from '../../check-rule.ts'
import type { CountedThing, FileFacts, MeetingFacts } from '../../meeting-facts.ts'
import { filesOf, nameOf, placed, placeOf } from '../../meeting-files.ts'
import { disagreement, outliers, saidOf } from '../../stated-values.ts'

const THINGS: readonly (readonly [thing: CountedThing, name: string, unit: string])[] = [
  ['teamProblems', '班子查摆问题', '个'],
  ['talks', '谈心谈话', '次'],
  ['talkAttendances', '谈心谈话', '人次'],
  ['studies', '集中学习', '次'],
  ['measures', '整改措施', '条'],
  ['remarks', '相互批评意见', '条'],
]

export const problemCount: CheckRule = {
  id: 'agreement/problem-count',
  name: '数目不一致',
  severity: 'error',
  why: '问题、谈话、学习、措施的数目，各份材料要写得一样，也要与实有的一样。',
  source: { title: '会议档案核对实践', known: 'practice' },
  *check(meeting) {
    const files = filesOf(meeting, 'team_material', 'minutes', 'meeting_report', 'publication')
    for (const [thing, name, unit] of THINGS) {
      const stated = files.flatMap(({ counts }) => counts.filter((count) => count.thing === thing))
      const found = outliers(stated)
      if (found === null) continue
      yield {
        message: `${name}的数目不一致：${saidOf(found, unit)}，请核对`,
        ...placed(stated.map(placeOf)),
      }
    }
    yield* listedRemarks(meeting, files)
    yield* recordedStudies(meeting, files)
  },
  bad: [
    `=== 班子材料.txt
市文保中心党组领导班子2025年度民主生活会对照检查材料
⟦班子查摆突出问题8个⟧，现将情况报告如下。
=== 会议记录.txt
市文保中心党组2025年度民主生活会会议记录
会议时间：2026年1月19日
会上通报，⟨班子查摆突出问题8个⟩。
=== 报告.txt
市文保中心党组关于召开2025年度民主生活会情况的报告
市委组织部：
⟨班子查摆突出问题9个⟩，逐个作了剖析。`,
    `=== 报告.txt
市文保中心党组关于召开2025年度民主生活会情况的报告
市委组织部：
会前⟦集中学习3次⟧，现将有关情况报告如下。
=== 学习一.txt
党组集中学习记录
时间：2026年1月6日
学习内容：党章
=== 学习二.txt
党组集中学习记录
时间：2026年1月8日
学习内容：廉洁自律准则`,
    `=== ⟨批评意见.md⟩
市文保中心党组2025年度民主生活会相互批评意见汇总

| 被批评人 | 提出人 | 批评意见 |
| --- | --- | --- |
| 秦望北 | 柯以宁 | 下库房少 |
| 柯以宁 | 秦望北 | 急于求成 |
| 邵一凡 | 秦望北 | 修复档案不全 |
=== 报告.txt
市文保中心党组关于召开2025年度民主生活会情况的报告
市委组织部：
会上⟦提出批评意见5条⟧，做到有辣味。`,
    `=== 班子材料.txt
市文保中心党组领导班子2025年度民主生活会对照检查材料
会前⟦开展三十二人次谈心谈话⟧，查找了差距。
=== 报告.txt
市文保中心党组关于召开2025年度民主生活会情况的报告
市委组织部：
会前⟨开展谈心谈话35人次⟩，沟通了思想。`,
  ],
  good: [
    `=== 班子材料.txt
市文保中心党组领导班子2025年度民主生活会对照检查材料
班子查摆突出问题8个，现将情况报告如下。
=== 报告.txt
市文保中心党组关于召开2025年度民主生活会情况的报告
市委组织部：
会前集中学习2次，班子查摆突出问题8个，逐个作了剖析。
=== 学习一.txt
党组集中学习记录
时间：2026年1月6日
学习内容：党章
=== 学习二.txt
党组集中学习记录
时间：2026年1月8日
学习内容：廉洁自律准则`,
    `=== 批评意见.md
市文保中心党组2025年度民主生活会相互批评意见汇总

| 被批评人 | 提出人 | 批评意见 |
| --- | --- | --- |
| 秦望北 | 柯以宁 | 下库房少 |
| 柯以宁 | 秦望北 | 急于求成 |
| 邵一凡 | 秦望北 | 修复档案不全 |
=== 报告.txt
市文保中心党组关于召开2025年度民主生活会情况的报告
市委组织部：
会上提出批评意见3条，做到有辣味。`,
    `=== 班子材料.txt
市文保中心党组领导班子2025年度民主生活会对照检查材料
会前开展谈心谈话三十余人次，书记与班子成员谈心谈话6次。班子成员查摆问题40个。
=== 报告.txt
市文保中心党组关于召开2025年度民主生活会情况的报告
市委组织部：
2024年度班子查摆出9个问题，均已整改。会前开展谈心谈话35人次，班子查摆出八个突出问题。`,
  ],
}

/** As many days of study as there are records of; 2次集中学习、1次专题研讨 may have two records or three. */
function* recordedStudies(meeting: MeetingFacts, files: readonly FileFacts[]): Generator<CheckObservation> {
  const studies = files.flatMap(({ counts }) => counts.filter(({ thing }) => thing === 'studies'))
  const [said] = studies
  const records = filesOf(meeting, 'study_record').filter(({ date }) => date !== null)
  const days = new Set(records.map(({ date }) => date?.value)).size
  if (said === undefined || outliers(studies) !== null || days < 2 || records.length !== days) return
  const values = studies.map(({ value }) => value)
  // More sessions than records may be kept elsewhere; fewer than there are records cannot be.
  if (Math.min(...values) <= days && days <= Math.max(...values)) return
  yield {
    message: `${nameOf(said.path)}写集中学习${said.value}次，学习记录有${days}次，请核对`,
    place: placeOf(said),
  }
}

/** Remarks as many as the summary lists. */
function* listedRemarks(meeting: MeetingFacts, files: readonly FileFacts[]): Generator<CheckObservation> {
  const listed = filesOf(meeting, 'remark_summary').find(({ remarks }) => remarks.length >= 3)
  const stated = files.flatMap(({ counts }) => counts.filter(({ thing }) => thing === 'remarks'))
  const [said] = stated
  if (
    listed === undefined ||
    said === undefined ||
    disagreement(stated) !== null ||
    said.value === listed.remarks.length
  )
    return
  yield {
    message: `${nameOf(said.path)}写批评意见${said.value}条，${nameOf(listed.path)}列了${listed.remarks.length}条，请核对`,
    place: placeOf(said),
    related: [wholeFile(listed.path)],
  }
}
