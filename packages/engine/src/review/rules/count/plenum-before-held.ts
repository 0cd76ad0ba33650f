import { datedPlenumsIn, heldInWords, heldPlenumsIn } from '../../../wording/plenums.ts'
import { monthInChinese } from '../../../wording/write-date.ts'
import type { Rule } from '../../rule.ts'
import { reportFound } from '../../visible-lines.ts'

/** “2024年2月，为贯彻二十届三中全会精神”: the sentence gives a month before it. */
const MONTH_BEFORE = /(20\d\d)年(\d{1,2})月[^。；\n]{0,40}$/

export const plenumBeforeHeld: Rule = {
  id: 'count/plenum-before-held',
  name: '会议届次超前',
  severity: 'warning',
  why: '材料所属年度里那次全会还没有召开，说明年度或届次写错，或材料是后来补写的。',
  source: { title: '历次党的全国代表大会和中央全会公报', known: 'practice' },
  *check(context) {
    const { year } = context.examination
    yield* reportFound(
      context,
      (text) => datedPlenumsIn(text, MONTH_BEFORE),
      ({ month, ...named }) =>
        named.plenum.date.slice(0, 7) <= month
          ? null
          : { message: `这里说的是${monthInChinese(month)}，而这次会议${heldInWords(named)}，请核对` },
    )
    if (year === null) return
    // The meeting of a cycle year is held until March of the next; what was held by then may be cited.
    const latest = `${year + 1}-03-31`
    yield* reportFound(context, heldPlenumsIn, (named) =>
      named.plenum.date <= latest
        ? null
        : { message: `材料属于${year}年度，而“${named.words}”${heldInWords(named)}，请核对` },
    )
  },
  bad: [
    '2025年度民主生活会对照检查材料\n\n认真学习⟦党的二十届五中、六中全会⟧精神，深刻领会其丰富内涵和实践要求，切实统一思想。',
    '⟦2026年4月，组织学习党的二十届五中全会⟧精神。',
    '⟦2024年2月，班子成员为贯彻党的二十届三中全会⟧精神集中学习。',
    '2021年度民主生活会对照检查材料\n\n认真学习⟦党的二十大⟧精神，深刻领会其丰富内涵和实践要求，切实把思想和行动统一起来。',
  ],
  good: [
    '2026年度民主生活会对照检查材料\n\n认真学习党的二十届五中全会精神，深刻领会其丰富内涵和实践要求，切实统一思想。',
    '2027年度民主生活会对照检查材料\n\n认真学习党的二十届六中全会精神，深刻领会其丰富内涵和实践要求，切实统一思想。',
    '2024年10月，为贯彻党的二十届三中全会精神，组织了集中学习。',
    '2022年度民主生活会对照检查材料\n\n认真学习党的二十大精神，深刻领会其丰富内涵和实践要求，切实把思想和行动统一起来。',
    '2021年度民主生活会对照检查材料\n\n认真谋划全年工作，以优异成绩迎接党的二十大胜利召开，推动各项事业再上新台阶。',
    '2022年9月，为党的二十大胜利召开营造安全稳定环境，对全市开展了安全检查。',
    '2021年度民主生活会对照检查材料\n\n认真学习党的十九届六中全会精神，深刻领会其丰富内涵和实践要求，切实统一思想。',
  ],
}
