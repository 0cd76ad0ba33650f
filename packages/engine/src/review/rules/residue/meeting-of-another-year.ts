import { isInSection } from '../../material.ts'
import type { Rule } from '../../rule.ts'
import { reportMatches } from '../../visible-lines.ts'

/** A year that is said of the meeting, or of the whole cycle: 2026年度组织生活会, 2005年度内. */
const CYCLE = /(20\d\d)年度(?:(?:专题)?(?:民主|组织)生活会|内)/g
const LONG_AGO = 5

/** True if two years differ in one digit, as a slip makes it. */
function isSlip(one: number, other: number): boolean {
  return [...String(one)].filter((digit, place) => digit !== String(other).charAt(place)).length === 1
}

export const meetingOfAnotherYear: Rule = {
  id: 'residue/meeting-of-another-year',
  name: '年度与材料不符',
  severity: 'warning',
  why: '材料是一个年度的，正文写成别的年度，多半是误写，或从别的材料带来。',
  source: { title: '审核实践中的常见错漏', known: 'practice' },
  *check(context) {
    const { year } = context.examination
    if (year === null) return
    for (const found of reportMatches(context, CYCLE, ([words, written]) => {
      const named = Number(written)
      const isWrong = named > year || (named < year - LONG_AGO && isSlip(named, year))
      return isWrong ? { message: `材料属于${year}年度，这里写“${words}”，请核对` } : null
    })) {
      // What is planned may well name the next meeting.
      if (!isInSection(context.examination, 'measures', found.place)) yield found
    }
  },
  bad: [
    '2025年度组织生活会支部对照检查材料\n\n根据《关于召开⟦2026年度组织生活会⟧的通知》要求，支部认真准备，征求意见，谈心谈话，现将对照检查情况报告如下。\n⟦2005年度内⟧支部无巡视巡察问题。',
  ],
  good: [
    '2025年度组织生活会支部对照检查材料\n\n根据《关于召开2025年度组织生活会的通知》要求，支部认真准备，征求意见，谈心谈话，现将对照检查情况报告如下。\n2024年度组织生活会查出的问题已经整改，2018年度组织生活会以来的台账齐全。',
  ],
}
