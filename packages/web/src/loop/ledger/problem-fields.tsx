import {
  type ProblemClass,
  problemClasses,
  problemClassNames,
  ProblemFields as Fields,
  problemSources,
  problemSourceNames,
} from '@duizhao/contract'
import { Form, Input, Radio, Select } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { deadlineOf } from './deadline-field.ts'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { STANDING_DEADLINE } from './standing-deadline.ts'

/** What the fields of a problem are called. */
export const problemFieldNames: Readonly<Record<keyof Fields, string>> = {
  text: '问题',
  source: '来源',
  aspect: '方面',
  cause: '原因',
  goal: '整改目标',
  class: '类型',
  dueOn: '完成时限',
}

/** What is written down about a problem; where its deadline stands, that and its class stay as they are. */
export function ProblemFieldInputs({ isStanding = false }: { readonly isStanding?: boolean }) {
  const kind = Form.useWatch<ProblemClass | undefined>('class')
  return (
    <>
      <Form.Item {...fieldOf(Fields.shape, 'text')} label={problemFieldNames.text}>
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} />
      </Form.Item>
      <div className="pair">
        <Form.Item {...fieldOf(Fields.shape, 'source')} label={problemFieldNames.source}>
          <Select options={problemSources.map((value) => ({ value, label: problemSourceNames[value] }))} />
        </Form.Item>
        <Form.Item {...fieldOf(Fields.shape, 'aspect')} label={problemFieldNames.aspect}>
          <Input />
        </Form.Item>
      </div>
      <div className="pair">
        <Form.Item {...fieldOf(Fields.shape, 'class')} label={problemFieldNames.class}>
          <Radio.Group
            disabled={isStanding}
            options={problemClasses.map((value) => ({ value, label: problemClassNames[value] }))}
          />
        </Form.Item>
        <Form.Item
          {...deadlineOf(Fields.shape, 'dueOn')}
          label={problemFieldNames.dueOn}
          extra={isStanding ? STANDING_DEADLINE : kind === 'sustained' ? '长期坚持的可以不定时限。' : undefined}
        >
          <DateField disabled={isStanding} />
        </Form.Item>
      </div>
      <Form.Item {...fieldOf(Fields.shape, 'cause')} label={problemFieldNames.cause}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item {...fieldOf(Fields.shape, 'goal')} label={problemFieldNames.goal}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </>
  )
}
