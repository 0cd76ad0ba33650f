import {
  type Ballot,
  ballotGradeNames,
  ballotGrades,
  type BallotKind,
  type BallotRow,
  gradesInWords,
  LEAST_SHOWN,
  majorityGrade,
  type RoundDetail,
  votesCast,
} from '@duizhao/contract'
import { Alert } from 'antd'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'
import { List } from '../../platform/archetypes/list.tsx'

interface Props {
  readonly round: RoundDetail
  readonly kind: BallotKind
}

/** The votes each got, in the order of the ballot, and what the rules say of the grades. */
export function BallotResult({ round, kind }: Props) {
  const { ballot, answered, mayWrite } = round
  if (ballot === null) return null
  const { rows, base, share } = ballot
  if (rows.length === 0)
    return (
      <Alert
        type="warning"
        className="before-form"
        title={`收到的票不足 ${LEAST_SHOWN} 张，谁填了什么都猜得出，不出结果。请另办一次。`}
      />
    )
  const names = ballotGradeNames[kind]
  const isDecided = kind === 'appraisal' && rows.every(({ grade }) => grade !== null)
  return (
    <section aria-label="得票">
      <h2>得票</h2>
      <p>{turnoutOf(round, ballot)}</p>
      {share?.state === 'missing' && <Alert type="warning" className="before-form" title={`${share.words}。`} />}
      <List
        label="得票"
        rows={rows}
        keyOf={({ about }) => about?.id ?? ''}
        isOfCounts
        whenEmpty="没有结果。"
        columns={[
          { header: '对象', cell: ({ about }) => about?.name ?? '领导班子' },
          ...ballotGrades.map((grade) => ({
            header: names[grade],
            cell: ({ votes }: BallotRow) => votes[grade],
          })),
          { header: '没有填', cell: ({ votes }) => (answered ?? 0) - votesCast(votes) },
          { header: '过半的等次', cell: ({ votes }) => majorityOf(votes, base, names) },
          ...(kind === 'appraisal'
            ? [
                {
                  header: '评定等次',
                  cell: ({ grade }: BallotRow) =>
                    grade === null ? <span className="quiet">还没有评定</span> : names[grade],
                },
              ]
            : []),
        ]}
      />
      {isDecided && (
        <p className="handout-keys">
          <span>评定：{gradesInWords(rows)}</span>
          {mayWrite && (
            <LinkButton
              to="/records"
              search={{
                organisationId: round.organisation.id,
                ...{ kind: 'appraisal', write: round.closedOn ?? undefined },
                ...{ entered: answered ?? undefined, base: base ?? undefined, outcome: gradesInWords(rows) },
              }}
            >
              记入履职记录
            </LinkButton>
          )}
        </p>
      )}
    </section>
  )
}

function turnoutOf({ kind, answered, invited }: RoundDetail, { base, isTyped }: Ballot): string {
  const members = kind === 'appraisal' ? `正式党员 ${base ?? 0} 人，` : ''
  return `${members}发出 ${invited} 张，收回 ${answered ?? 0} 张${isTyped ? '，纸质票，人工计票' : ''}。过半以${kind === 'appraisal' ? '正式党员' : '邀请的人'}为准，没有来的也算在内。`
}

function majorityOf(
  votes: BallotRow['votes'],
  base: number | null,
  names: (typeof ballotGradeNames)[BallotKind],
): string {
  const grade = base === null ? null : majorityGrade(votes, base)
  return grade === null ? '没有' : names[grade]
}
