import { endpoints, type InstitutionOutcome, isUncounted, type ProblemDetail } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { sentenceOf, useChange, useRead } from '../../platform/service/api.ts'
import { changeInChinese, LookState, stateInChinese } from './institution-words.tsx'
import { LinkForm } from './link-form.tsx'

const UNSETTLED =
  '长期坚持的问题，应当有制度管着，或者定下回头看的日子。这个问题还没有关联制度，也没有回头看的日子（销号时会定下）。'

/** The institutions a problem left, and what it still wants if it is to be kept up for good. */
export function ProblemInstitutions({ problem }: { readonly problem: ProblemDetail }) {
  const { data, error } = useRead(endpoints.listProblemInstitutions, { params: { problemId: problem.id } })
  const [isOpen, setOpen] = useState(false)
  if (error)
    return (
      <p className="fault" role="alert">
        {sentenceOf(error)}
      </p>
    )
  if (data === undefined || (data.items.length === 0 && !data.mayLink)) return null
  const isUnsettled = problem.class === 'sustained' && problem.lookBackOn === null && !isUncounted(problem.state)
  return (
    <section aria-label="形成的制度">
      <h2>形成的制度</h2>
      {data.items.length === 0 && <p className="quiet">{isUnsettled ? UNSETTLED : '还没有关联制度。'}</p>}
      {data.items.map((outcome) => (
        <Outcome key={outcome.institution.paperId} problemId={problem.id} outcome={outcome} mayLink={data.mayLink} />
      ))}
      {data.mayLink && (
        <p className="actions not-printed">
          <Button onClick={() => setOpen(true)}>关联制度</Button>
        </p>
      )}
      {isOpen && <LinkForm problem={problem} onClose={() => setOpen(false)} />}
    </section>
  )
}

interface OutcomeProps {
  readonly problemId: string
  readonly outcome: InstitutionOutcome
  readonly mayLink: boolean
}

function Outcome({ problemId, outcome: { institution, measure }, mayLink }: OutcomeProps) {
  const unlink = useChange(endpoints.unlinkInstitution)
  const { message } = App.useApp()
  const { paperId, title, number, effectiveOn } = institution
  const drop = async (): Promise<void> => {
    try {
      await unlink.mutateAsync({ params: { problemId, paperId } })
      void message.success('已取消关联，制度还在。')
    } catch (refused) {
      void message.error(sentenceOf(refused))
    }
  }
  return (
    <div className="piece">
      <Link to="/papers/$paperId" params={{ paperId }}>
        《{title}》
      </Link>
      {number}
      <p>
        {changeInChinese(institution)}，{dateInChinese(effectiveOn)}施行，{stateInChinese(institution)}
      </p>
      {measure !== null && <p className="quiet">措施：{measure}</p>}
      <LookState institution={institution} />
      {mayLink && (
        <div className="actions not-printed">
          <Button size="small" loading={unlink.isPending} onClick={() => void drop()}>
            取消关联
          </Button>
        </div>
      )}
    </div>
  )
}
