import { MeasureFields } from '@duizhao/contract'
import { Button, Form, Input } from 'antd'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { DateField } from '../../../platform/archetypes/date-field.tsx'
import './acts.css'

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
      <Form.Item {...fieldOf(MeasureFields.shape, 'text', [at])} label="措施">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <div className="pair">
        <Form.Item {...fieldOf(MeasureFields.shape, 'responsible', [at])} label="责任单位和责任人">
          <Input />
        </Form.Item>
        <Form.Item {...fieldOf(MeasureFields.shape, 'coUnit', [at])} label="配合单位">
          <Input />
        </Form.Item>
      </div>
      <div className="pair">
        <Form.Item {...fieldOf(MeasureFields.shape, 'dueOn', [at])} label="时限">
          <DateField />
        </Form.Item>
        <Form.Item
          {...fieldOf(MeasureFields.shape, 'earlyOn', [at])}
          label="提前量（提前至）"
          tooltip="自己定的、早于时限的日子：到那天还没有完成就提醒，统计仍按时限。"
        >
          <DateField />
        </Form.Item>
      </div>
      <div className="pair">
        <Form.Item {...fieldOf(MeasureFields.shape, 'doneOn', [at])} label="完成日期">
          <DateField />
        </Form.Item>
        <Form.Item {...fieldOf(MeasureFields.shape, 'funding', [at])} label="资金保障">
          <Input />
        </Form.Item>
      </div>
      <Form.Item {...fieldOf(MeasureFields.shape, 'contingency', [at])} label="完不成时的预案">
        <Input />
      </Form.Item>
      {onRemove !== undefined && (
        <Form.Item>
          <Button size="small" onClick={onRemove} aria-label={`删去措施 ${at + 1}`}>
            删去这条
          </Button>
        </Form.Item>
      )}
    </fieldset>
  )
}
