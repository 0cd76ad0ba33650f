import {
  endpoints,
  type Inspection,
  type InspectionOutcome,
  type OutcomeKind,
  outcomeKindNames,
} from '@duizhao/contract'
import { useNavigate } from '@tanstack/react-router'
import { Form, Input, InputNumber, Select } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { thisYear, todayInChina } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange, useRead } from '../../platform/service/api.ts'

interface OutcomeProps {
  readonly inspection: Inspection
  readonly kind: OutcomeKind
  readonly onClose: () => void
}

const MOST = 100
const labels: Readonly<Record<OutcomeKind, { readonly day: string; readonly text: string; readonly extra: string }>> = {
  plan: { day: '报送日期', text: '说明', extra: '报给谁' },
  report: { day: '报送日期', text: '说明', extra: '报给谁' },
  conclusion: { day: '结论日期', text: '结论', extra: '谁作的，怎样说' },
  answer: { day: '答复日期', text: '答复', extra: '答复了谁，怎样说' },
}

/** Enters a step that follows the feedback. */
export function OutcomeForm({ inspection, kind, onClose }: OutcomeProps) {
  const enter = useChange(endpoints.enterInspectionOutcome)
  const { shape } = endpoints.enterInspectionOutcome.body
  const params = { organisationId: inspection.organisation.id }
  const { data } = useRead(endpoints.listPapers, { params, query: { limit: MOST } })
  const papers = (data?.items ?? []).filter(({ state }) => state === 'approved' || state === 'issued')
  const { day, text, extra } = labels[kind]
  return (
    <FormDialogue<{ readonly onDay: string; readonly text: string; readonly paperId?: string | null }>
      title={`登记${outcomeKindNames[kind]}`}
      okText="登记"
      draft={`outcome ${inspection.id} ${kind}`}
      initialValues={{ onDay: todayInChina(), text: '' }}
      onSave={({ paperId = null, ...body }) =>
        enter.mutateAsync({
          params: { inspectionId: inspection.id },
          body: { ...body, kind, paperId: paperId ?? null },
        })
      }
      onClose={onClose}
    >
      <Form.Item {...fieldOf(shape, 'onDay')} label={day}>
        <DateField min={inspection.fedBackOn} max={todayInChina()} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'paperId')} label="文稿" extra="审定、印发了的；没有的先在“文稿”里提交">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          loading={data === undefined}
          options={papers.map(({ id, title }) => ({ value: id, label: title }))}
          notFoundContent={data === undefined ? '正在读取' : '还没有'}
        />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'text')} label={text} extra={extra}>
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialogue>
  )
}

/** Takes back a step that was entered by mistake. */
export function TakeOutcomeBackForm({
  outcome: { id, kind },
  onClose,
}: {
  readonly outcome: InspectionOutcome
  readonly onClose: () => void
}) {
  const withdraw = useChange(endpoints.withdrawInspectionOutcome)
  return (
    <FormDialogue<{ readonly reason: string }>
      title={`撤去登记的${outcomeKindNames[kind]}`}
      okText="撤去"
      draft={`outcome ${id}`}
      initialValues={{}}
      onSave={(body) => withdraw.mutateAsync({ params: { outcomeId: id }, body })}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.withdrawInspectionOutcome.body.shape, 'reason')} label="撤去的理由">
        <Input.TextArea rows={2} />
      </Form.Item>
    </FormDialogue>
  )
}

interface MeetingProps {
  readonly inspection: Inspection
  readonly onClose: () => void
}

/** Opens the special meeting from the day of the feedback. */
export function MeetingForm({ inspection, onClose }: MeetingProps) {
  const create = useChange(endpoints.createMeeting)
  const navigate = useNavigate()
  const { shape } = endpoints.createMeeting.body
  const { organisation, name, fedBackOn } = inspection
  const given = { kind: 'inspection_rectification', trigger: 'feedback', triggerOn: fedBackOn } as const
  return (
    <FormDialogue<{ readonly name: string; readonly cycleYear: number; readonly plannedOn: string | null }>
      title="开专题会"
      okText="开专题会"
      draft={`inspection meeting ${inspection.id}`}
      initialValues={{ name: `${name}整改专题民主生活会`, cycleYear: thisYear(), plannedOn: null }}
      onSave={async (body) => {
        const made = await create.mutateAsync({
          params: { organisationId: organisation.id },
          body: { ...body, ...given },
        })
        void navigate({ to: '/meetings/$meetingId', params: { meetingId: made.id } })
      }}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(shape, 'name')} label="名称">
        <Input />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'cycleYear')} label="年度">
        <InputNumber min={2012} max={2100} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'plannedOn')} label="拟召开日期" extra="没有定的可以不写">
        <DateField />
      </Form.Item>
    </FormDialogue>
  )
}
