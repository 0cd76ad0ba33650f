import type { CheckRule } from '../../check-rule.ts'
import { filesOf, nameOf, placed, placeOf } from '../../meeting-files.ts'
import { disagreement } from '../../stated-values.ts'

export const meetingPlace: CheckRule = {
  id: 'agreement/meeting-place',
  name: '会议地点不一致',
  severity: 'warning',
  why: '会议在哪里开的，通知、签到、记录要一样。',
  source: { title: '会议档案核对实践', known: 'practice' },
  *check(meeting) {
    const stated = filesOf(meeting, 'notice', 'attendance', 'minutes').flatMap((file) => file.meetingPlace ?? [])
    const found = disagreement(stated, isSamePlace)
    if (found === null) return
    const said = found.groups.map(
      ({ value, stated: own }) => `${own.map(({ path }) => nameOf(path)).join('、')}写“${value}”`,
    )
    yield {
      message: `会议地点不一致：${said.join('；')}，请核对`,
      ...placed(stated.map(placeOf)),
    }
  },
  bad: [
    `=== 通知.txt
关于召开2025年度民主生活会的通知
各科室：
定于2026年1月15日召开2025年度民主生活会，地点在⟦综合楼五楼会议室⟧。请准时参加。
=== 会议记录.txt
市供销社党组2025年度民主生活会会议记录
会议时间：2026年1月15日
会议地点：⟨党员活动中心⟩`,
  ],
  good: [
    `=== 通知.txt
关于召开2025年度民主生活会的通知
各科室：
定于2026年1月15日召开2025年度民主生活会，地点在五楼会议室。请准时参加。
=== 会议记录.txt
市供销社党组2025年度民主生活会会议记录
会议时间：2026年1月15日
会议地点：综合楼5楼会议室（东侧）`,
  ],
}

/** 三楼会议室 and 局机关3楼会议室 are the same room. */
function isSamePlace(a: string, b: string): boolean {
  const [one, two] = [plain(a), plain(b)]
  return one.includes(two) || two.includes(one)
}

const DIGITS = '一二三四五六七八九'

function plain(place: string): string {
  return place
    .normalize('NFKC')
    .replace(/[\s（(].*$/s, '')
    .replace(/[一二三四五六七八九]/g, (digit) => String(DIGITS.indexOf(digit) + 1))
    .replace(/层/g, '楼')
    .replace(/^(?:在|于)/, '')
}
