import { Button, Form, Input } from 'antd'
import { DateField } from '../../../platform/archetypes/date-field.tsx'

interface MeasureInputsProps {
  /** Which measure of the form, from 0. */
  readonly at: number
  readonly onRemove: (() => void) | undefined
}

/** One measure: what, who, by when, with which money, and what if not. */
export function MeasureInputs({ at, onRemove }: MeasureInputsProps) {
  return (
    <fieldset className="measure-form">
      <legend>措施 {at + 1}</legend>
      <Form.Item name={[at, 'id']} hidden>
        <Input />
      </Form.Item>
      <Form.Item
        name={[at, 'text']}
        label="措施"
        rules={[{ required: true, whitespace: true, min: 2, message: '请写整改措施' }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name={[at, 'responsible']} label="责任单位和责任人">
        <Input maxLength={200} />
      </Form.Item>
      <div className="pair">
        <Form.Item name={[at, 'dueOn']} label="时限">
          <DateField />
        </Form.Item>
        <Form.Item name={[at, 'doneOn']} label="完成日期">
          <DateField />
        </Form.Item>
      </div>
      <div className="pair">
        <Form.Item name={[at, 'funding']} label="资金保障">
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name={[at, 'contingency']} label="完不成时的预案">
          <Input maxLength={500} />
        </Form.Item>
      </div>
      {onRemove !== undefined && (
        <Form.Item>
          <Button size="small" danger onClick={onRemove} aria-label={`删去措施 ${at + 1}`}>
            删去这条
          </Button>
        </Form.Item>
      )}
    </fieldset>
  )
}
