import { wholeFile } from '../../../../findings/place.ts'
import type { CheckRule } from '../../check-rule.ts'
import { filesOf } from '../../meeting-files.ts'

export const missingRemark: CheckRule = {
  id: 'completeness/missing-remark',
  name: '有人没有被批评',
  severity: 'warning',
  why: '批评要覆盖每名成员，会议记录和汇总里谁没有被批评，一看就知道。',
  source: {
    title: '《县以上党和国家机关党员领导干部民主生活会若干规定》关于开展批评与自我批评的要求',
    known: 'unverified',
  },
  *check(meeting) {
    for (const file of filesOf(meeting, 'minutes', 'remark_summary')) {
      const remarks = file.remarks.filter(({ by }) => meeting.members.includes(by))
      const criticised = new Set(remarks.map(({ of }) => of.replace(/[\s　]/g, '')))
      const known = meeting.members.filter((name) => criticised.has(name))
      if (meeting.members.length < 3 || known.length * 3 < meeting.members.length * 2) continue
      for (const name of meeting.members) {
        if (!criticised.has(name))
          yield { message: `没有对${name}的批评意见，请核对是漏记还是没有批评`, place: wholeFile(file.path) }
      }
    }
  },
  bad: [
    `=== 会议记录.txt
市博物馆党支部2025年度组织生活会会议记录
会议时间：2026年1月29日
主持人：舒云展
出席人员：舒云展、岑参商、米元章、竺可贞
=== ⟦批评意见.md⟧
市博物馆党支部2025年度组织生活会相互批评意见汇总

| 被批评人 | 提出人 | 批评意见 |
| --- | --- | --- |
| 舒云展 | 岑参商 | 布展拖延 |
| 岑参商 | 舒云展 | 讲解词陈旧 |
| 米元章 | 竺可贞 | 库房巡查不细 |`,
  ],
  good: [
    `=== 会议记录.txt
市博物馆党支部2025年度组织生活会会议记录
会议时间：2026年1月29日
主持人：舒云展
出席人员：舒云展、岑参商、米元章、竺可贞
=== 批评意见.md
市博物馆党支部2025年度组织生活会相互批评意见汇总

| 被批评人 | 提出人 | 批评意见 |
| --- | --- | --- |
| 舒云展 | 岑参商 | 布展拖延 |
| 岑参商 | 舒云展 | 讲解词陈旧 |
| 米元章 | 竺可贞 | 库房巡查不细 |
| 竺可贞 | 米元章 | 志愿者管理松 |`,
  ],
}
