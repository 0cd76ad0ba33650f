import {
  type BallotGrade,
  ballotGradeNames,
  ballotGrades,
  type BallotKind,
  DecidedGrade,
  endpoints,
  type RoundDetail,
  Votes,
} from '@duizhao/contract'
import { Form, InputNumber, Radio } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

interface VotesProps {
  readonly round: RoundDetail
  readonly kind: BallotKind
  readonly onClose: () => void
}

interface Counted {
  readonly answered: number
  readonly rows: readonly { readonly votes: Votes }[]
}

const none: Votes = { excellent: 0, qualified: 0, basic: 0, unqualified: 0 }

/** The votes of a ballot on paper, as they were counted before all. */
export function VotesForm({ round, kind, onClose }: VotesProps) {
  const enter = useChange(endpoints.enterVotes)
  const { id, version, about, invited } = round
  const subjects = [...(kind === 'assessment' ? [{ id: null, name: '领导班子' }] : []), ...about]
  const names = ballotGradeNames[kind]
  return (
    <FormDialogue<Counted>
      title="录入计票"
      okText="录入，结束"
      draft={`votes ${id} ${version}`}
      width={760}
      initialValues={{ answered: invited, rows: subjects.map(() => ({ votes: none })) }}
      onSave={({ answered, rows }) =>
        enter.mutateAsync({
          params: { roundId: id },
          body: {
            ...{ answered, version },
            rows: subjects.map((subject, at) => ({ aboutId: subject.id, votes: rows[at]?.votes ?? none })),
          },
        })
      }
      onClose={onClose}
    >
      <p className="quiet">票是当场发、当场收、当场数的，数好再录；录入以后不能改。</p>
      <Form.Item
        {...fieldOf(endpoints.enterVotes.body.shape, 'answered')}
        label="收到的票"
        extra={`邀请 ${invited} 人`}
      >
        <InputNumber min={1} />
      </Form.Item>
      {subjects.map((subject, at) => (
        <fieldset key={subject.id ?? ''} className="fieldset">
          <legend>{subject.name}</legend>
          <div className="ballot-votes">
            {ballotGrades.map((grade) => (
              <Form.Item key={grade} {...fieldOf(Votes.shape, grade, ['rows', at, 'votes'])} label={names[grade]}>
                <InputNumber min={0} />
              </Form.Item>
            ))}
          </div>
        </fieldset>
      ))}
    </FormDialogue>
  )
}

interface Decided {
  readonly grades: readonly { readonly grade?: BallotGrade }[]
}

/** What each is called after the vote: the committee of the branch says it, the votes are before it. */
export function DecideForm({ round, onClose }: { readonly round: RoundDetail; readonly onClose: () => void }) {
  const decide = useChange(endpoints.decideGrades)
  const { id, version, ballot } = round
  const rows = ballot?.rows ?? []
  const names = ballotGradeNames.appraisal
  return (
    <FormDialogue<Decided>
      title="评定等次"
      okText="写上等次"
      draft={`grades ${id} ${version}`}
      width={760}
      initialValues={{ grades: rows.map(({ grade }) => (grade === null ? {} : { grade })) }}
      onSave={({ grades }) =>
        decide.mutateAsync({
          params: { roundId: id },
          body: {
            version,
            grades: rows.flatMap(({ about }, at) => {
              const grade = grades[at]?.grade
              return about === null || grade === undefined ? [] : [{ personId: about.id, grade }]
            }),
          },
        })
      }
      onClose={onClose}
    >
      <p className="quiet">
        支委会（不设支委会的，党员大会）根据得票和平时表现评定，逐个选好；评为优秀的一般不超过党员总数的三分之一。
      </p>
      {rows.map(({ about, votes }, at) => (
        <Form.Item
          key={about?.id ?? ''}
          {...fieldOf(DecidedGrade.shape, 'grade', ['grades', at])}
          label={about?.name}
          extra={ballotGrades.map((grade) => `${names[grade]} ${votes[grade]} 票`).join('，')}
        >
          <Radio.Group
            aria-label={about?.name}
            options={ballotGrades.map((value) => ({ value, label: names[value] }))}
          />
        </Form.Item>
      ))}
    </FormDialogue>
  )
}
