import { AssignmentChange, type BatchRow, endpoints, type Problem, type ProblemClass } from '@duizhao/contract'
import { Form } from 'antd'
import { useState } from 'react'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { BatchForm } from '../../platform/elements/batch-form.tsx'
import { PersonSelect } from '../../platform/elements/person-select.tsx'
import { useChange } from '../../platform/service/api.ts'
import { AssignmentReport } from './assignment-report.tsx'
import { type Planned, plannedOf, type Said } from './batch-assignment.ts'
import { KEPT, KeptClass, KeptDeadline, orKept } from './kept-fields.tsx'

interface Fields {
  readonly leadId?: string
  readonly handlerId?: string
  readonly class?: ProblemClass
  readonly dueOn?: string
}

interface Done {
  readonly planned: readonly Planned[]
  readonly rows: readonly BatchRow[]
}

interface AssignManyFormProps {
  readonly problems: readonly Problem[]
  /** Whose people may be chosen. */
  readonly organisationId: string
  readonly onClose: () => void
}

const { shape: said } = AssignmentChange

/** Assigns many problems at once: only what is filled in changes, and what that is is seen before. */
export function AssignManyForm({ problems: given, organisationId, onClose }: AssignManyFormProps) {
  // As they were when the form was opened; what moves meanwhile is told by the version.
  const [problems] = useState(given)
  const [form] = Form.useForm<Fields>()
  const assign = useChange(endpoints.assignManyProblems)
  const [people, setPeople] = useState<Pick<Said, 'lead' | 'handler'>>({})
  const [done, setDone] = useState<Done | null>(null)
  const kind = Form.useWatch<Fields['class']>('class', form)
  const dueOn = Form.useWatch<Fields['dueOn']>('dueOn', form)
  const planned = plannedOf(problems, {
    ...people,
    class: kind,
    dueOn,
  })
  const assignments = planned.flatMap(({ change }) => (change === null ? [] : [change]))
  const save = async (): Promise<void> => {
    const { rows } = await assign.mutateAsync({ body: { assignments } })
    setDone({ planned, rows })
  }
  if (done !== null) return <AssignmentReport {...done} onClose={onClose} />
  return (
    <BatchForm<Fields>
      title={`分派选中的 ${problems.length} 个问题`}
      okText={assignments.length === 0 ? '分派' : `分派 ${assignments.length} 个问题`}
      hint="只改填了的，没有填的各自不变。"
      rows={planned.map((one) => ({ ...one, isSent: one.change !== null }))}
      whenLeft="不分派"
      form={form}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(said, 'leadId')} label="责任领导" normalize={orKept}>
        <PersonSelect
          isLead
          organisationId={organisationId}
          mayBeEmpty
          placeholder={KEPT}
          onNamed={(lead) => setPeople({ ...people, lead })}
        />
      </Form.Item>
      <Form.Item {...fieldOf(said, 'handlerId')} label="责任人" normalize={orKept}>
        <PersonSelect
          organisationId={organisationId}
          mayBeEmpty
          placeholder={KEPT}
          onNamed={(handler) => setPeople({ ...people, handler })}
        />
      </Form.Item>
      <KeptClass fields={said} />
      <KeptDeadline fields={said} />
    </BatchForm>
  )
}
