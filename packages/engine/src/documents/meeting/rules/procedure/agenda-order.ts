import { textPlace } from '../../../../findings/place.ts'
import type { CheckRule } from '../../check-rule.ts'
import { filesOf } from '../../meeting-files.ts'

const PRIOR = /(?:上(?:一)?年度|\d{4}\s*年度?|上次|去年)[^。\n]{0,30}整改|通报[^。\n]{0,20}整改/
const CHECK = /(?:作|做|进行|代表)[^。\n]{0,16}(?:对照检查|对照剖析|检视剖析|自我批评)/
const PERSONAL = /(\p{Script=Han}{2,4})(?:同志)?(?:作|做|进行)(?:了)?个人(?:对照检查|对照剖析|检视剖析|自我批评|发言)/gu

export const agendaOrder: CheckRule = {
  id: 'procedure/agenda-order',
  name: '会议次序不对',
  severity: 'advice',
  why: '先通报上次整改，主要负责人带头检查，次序颠倒说明没有按程序开。',
  source: { title: '《县以上党和国家机关党员领导干部民主生活会若干规定》关于会议程序的要求', known: 'unverified' },
  *check(meeting) {
    for (const file of filesOf(meeting, 'minutes')) {
      const { text } = file.document
      const [prior, check] = [PRIOR.exec(text), CHECK.exec(text)]
      if (check !== null && prior !== null && prior.index > check.index) {
        const place = textPlace(file.path, { start: prior.index, end: prior.index + prior[0].length })
        yield {
          message: '会议记录里先作对照检查，后通报上次整改情况，应当先通报整改情况',
          place,
        }
      }
      const [first] = [...text.matchAll(PERSONAL)].filter(([, name = '']) => meeting.members.includes(name))
      if (first === undefined || meeting.head === null || first[1] === meeting.head) continue
      const place = textPlace(file.path, { start: first.index, end: first.index + first[0].length })
      yield {
        message: `会议记录里${first[1]}先作个人对照检查，应当由${meeting.head}带头`,
        place,
      }
    }
  },
  bad: [
    `=== 会议记录.txt
市港口管理处党支部2025年度组织生活会会议记录
会议时间：2026年1月22日
主持人：温知远
出席人员：温知远、蒲秋白、丁立夏、黎望舒
⟦蒲秋白作个人对照检查⟧。
温知远作个人对照检查。`,
    `=== 会议记录.txt
市港口管理处党支部2025年度组织生活会会议记录
会议时间：2026年1月22日
主持人：温知远
出席人员：温知远、蒲秋白、丁立夏、黎望舒
温知远代表支委会作对照检查。
温知远⟦通报2024年度整改⟧情况。`,
  ],
  good: [
    `=== 会议记录.txt
市港口管理处党支部2025年度组织生活会会议记录
会议时间：2026年1月22日
主持人：温知远
出席人员：温知远、蒲秋白、丁立夏、黎望舒
温知远通报2024年度整改情况。
温知远代表支委会作对照检查。
温知远作个人对照检查。
蒲秋白作个人对照检查。`,
  ],
}
