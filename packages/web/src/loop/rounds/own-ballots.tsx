import { ballotGradeNames, ballotGrades, endpoints, isBallot, type OwnBallot } from '@duizhao/contract'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'

/** What came out of ballots on oneself. */
export function OwnBallots() {
  const pages = usePages(endpoints.listOwnBallots, {})
  if (pages.rows === undefined || pages.rows.length === 0) return null
  return (
    <section aria-label="对我的评议、测评">
      <h2>对我的评议、测评</h2>
      <List
        label="对我的评议、测评"
        {...pages}
        keyOf={({ round }) => round.id}
        whenEmpty="没有。"
        columns={[
          { header: '日期', cell: ({ closedOn }) => dateInChinese(closedOn) },
          { header: '评议、测评', cell: ({ round }) => round.name },
          { header: '得票', cell: votesOf },
          { header: '评定等次', cell: gradeOf },
        ]}
      />
    </section>
  )
}

function votesOf({ round: { kind }, answered, votes }: OwnBallot): string {
  if (!isBallot(kind)) return ''
  const each = ballotGrades.map((grade) => `${ballotGradeNames[kind][grade]} ${votes[grade]}`).join('，')
  return `收到 ${answered} 张票：${each}`
}

function gradeOf({ round: { kind }, grade }: OwnBallot): string {
  if (kind !== 'appraisal') return '不评定'
  return grade === null ? '还没有评定' : ballotGradeNames.appraisal[grade]
}
