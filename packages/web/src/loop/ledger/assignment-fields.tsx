import { Assignment, type Problem, type ProblemClass, problemClasses, problemClassNames } from '@duizhao/contract'
import { Form, Radio } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { deadlineOf } from './deadline-field.ts'
import { PersonSelect } from '../../platform/elements/person-select.tsx'
import { STANDING_DEADLINE } from './standing-deadline.ts'

/** The fields of an assignment as they are typed. */
export interface AssignmentFieldValues {
  readonly leadId: string
  readonly handlerId?: string | null
  readonly class: ProblemClass
  readonly dueOn: string | null
}

interface AssignmentFieldsProps {
  readonly organisationId: string
  readonly lead?: Problem['lead']
  readonly handler?: Problem['handler']
  /** True where class and deadline stay as they are. */
  readonly isStanding?: boolean
}

/** Who leads, who does it, how long it takes, by when. */
export function AssignmentFields({
  organisationId,
  lead = null,
  handler = null,
  isStanding = false,
}: AssignmentFieldsProps) {
  const kind = Form.useWatch<ProblemClass | undefined>('class')
  return (
    <>
      <Form.Item {...fieldOf(Assignment.shape, 'leadId')} label="责任领导">
        <PersonSelect isLead organisationId={organisationId} present={lead} />
      </Form.Item>
      <Form.Item {...fieldOf(Assignment.shape, 'handlerId')} label="责任人">
        <PersonSelect organisationId={organisationId} present={handler} mayBeEmpty />
      </Form.Item>
      <Form.Item {...fieldOf(Assignment.shape, 'class')} label="类型">
        <Radio.Group
          disabled={isStanding}
          options={problemClasses.map((value) => ({ value, label: problemClassNames[value] }))}
        />
      </Form.Item>
      <Form.Item
        {...deadlineOf(Assignment.shape, 'dueOn')}
        label="完成时限"
        extra={
          isStanding ? STANDING_DEADLINE : kind === 'sustained' ? '长期坚持的可以不定时限，每季度报告一次。' : undefined
        }
      >
        <DateField disabled={isStanding} />
      </Form.Item>
    </>
  )
}
