import { endpoints, type MeasureFields } from '@duizhao/contract'
import { Button, Form } from 'antd'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { PersonSelect } from '../../../platform/elements/person-select.tsx'
import { MeasureInputs } from '../acts/measure-inputs.tsx'
import { ProblemFieldInputs } from '../problem-fields.tsx'
import type { Row, RowFields } from './rows-of-paper.ts'

const blank: MeasureFields = {
  ...{ text: '', responsible: '', coUnit: '', dueOn: null, earlyOn: null, funding: '', contingency: '', doneOn: null },
}

interface RowFormProps {
  readonly row: Row
  readonly organisationId: string
  readonly onChange: (fields: RowFields) => void
}

const { shape } = endpoints.registerProblem.body

/** All that is written about one problem; what is typed is the row's at once. */
export function RowForm({ row: { id, fields, said }, organisationId, onChange }: RowFormProps) {
  const of = (name: string) => (name === '' ? undefined : `文稿里写的是：${name}`)
  return (
    <Form<RowFields>
      name={id}
      layout="vertical"
      className="from-paper-form"
      initialValues={fields}
      // A field that never appeared on the screen has the value it had.
      onValuesChange={(_, typed) =>
        onChange({ ...fields, ...typed, measures: typed.measures.map((each) => ({ ...blank, ...each })) })
      }
    >
      <ProblemFieldInputs />
      <div className="pair">
        <Form.Item name="leadId" label="责任领导" extra={of(said.lead)}>
          <PersonSelect isLead organisationId={organisationId} mayBeEmpty placeholder="选了就一并分派" />
        </Form.Item>
        <Form.Item name="handlerId" label="责任人" extra={of(said.handler)}>
          <PersonSelect organisationId={organisationId} mayBeEmpty />
        </Form.Item>
      </div>
      <Form.Item
        {...fieldOf(shape, 'aboutId')}
        label="涉及人员（只在问题是关于个人的时候选）"
        extra="选了以后，只有本人、责任领导和责任人、组织和审批的人看得到内容；其他人只看得到数量。"
      >
        <PersonSelect organisationId={organisationId} mayBeEmpty placeholder="不是关于个人的，不选" />
      </Form.Item>
      <Form.List name="measures">
        {(measures, { add, remove }) => (
          <>
            {measures.map(({ key, name }) => (
              <MeasureInputs key={key} at={name} onRemove={() => remove(name)} />
            ))}
            <Button size="small" onClick={() => add(blank)}>
              再加一条措施
            </Button>
          </>
        )}
      </Form.List>
    </Form>
  )
}
