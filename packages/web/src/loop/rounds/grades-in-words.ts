import { ballotGradeNames, ballotGrades, type BallotRow } from '@duizhao/contract'

/** How many are called what: 优秀2人，合格9人，基本合格1人，不合格0人. */
export function gradesInWords(rows: readonly Pick<BallotRow, 'grade'>[]): string {
  return ballotGrades
    .map((grade) => `${ballotGradeNames.appraisal[grade]}${rows.filter((row) => row.grade === grade).length}人`)
    .join('，')
}
