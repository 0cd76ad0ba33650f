import { endpoints } from '@duizhao/contract'
import { useState } from 'react'
import { useChange } from '../../../platform/service/api.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import { AssignmentFields, type AssignmentFieldValues } from '../assignment-fields.tsx'
import type { ActFormProps } from '../problem-slots.ts'
import { hasStandingDeadline } from '../standing-deadline.ts'

/** Who leads, who does it, and by when. */
export function AssignForm({ problem, onClose }: ActFormProps) {
  const { id, number, organisation, lead, handler, class: kind, dueOn } = problem
  const assign = useChange(endpoints.assignProblem)
  // What was seen when the form was opened: a deadline moved meanwhile is not put back.
  const [version] = useState(problem.version)
  const save = ({ handlerId, ...fields }: AssignmentFieldValues): Promise<unknown> =>
    assign.mutateAsync({ params: { problemId: id }, body: { ...fields, handlerId: handlerId ?? null, version } })
  return (
    <FormDialogue<AssignmentFieldValues>
      title={`分派问题 ${number} 号`}
      okText="分派"
      draft={null}
      initialValues={{
        ...(lead === null ? {} : { leadId: lead.id }),
        handlerId: handler?.id ?? null,
        class: kind,
        dueOn,
      }}
      onSave={save}
      onClose={onClose}
    >
      <AssignmentFields
        organisationId={organisation.id}
        lead={lead}
        handler={handler}
        isStanding={hasStandingDeadline(problem)}
      />
    </FormDialogue>
  )
}
