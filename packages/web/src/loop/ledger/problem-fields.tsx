import {
  type ProblemClass,
  problemClasses,
  problemClassNames,
  type ProblemFields as Fields,
  problemSources,
  problemSourceNames,
} from '@duizhao/contract'
import { Form, Input, Radio, Select } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'

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

/** What is written down about a problem. */
export function ProblemFieldInputs() {
  const kind = Form.useWatch<ProblemClass | undefined>('class')
  return (
    <>
      <Form.Item
        name="text"
        label={problemFieldNames.text}
        rules={[{ required: true, min: 4, whitespace: true, message: '请写清问题，至少 4 个字' }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 12 }} maxLength={4000} />
      </Form.Item>
      <div className="pair">
        <Form.Item name="source" label={problemFieldNames.source}>
          <Select options={problemSources.map((value) => ({ value, label: problemSourceNames[value] }))} />
        </Form.Item>
        <Form.Item name="aspect" label={problemFieldNames.aspect}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <div className="pair">
        <Form.Item name="class" label={problemFieldNames.class}>
          <Radio.Group options={problemClasses.map((value) => ({ value, label: problemClassNames[value] }))} />
        </Form.Item>
        <Form.Item
          name="dueOn"
          label={problemFieldNames.dueOn}
          extra={kind === 'sustained' ? '长期坚持的可以不定时限。' : undefined}
        >
          <DateField />
        </Form.Item>
      </div>
      <Form.Item name="cause" label={problemFieldNames.cause}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} maxLength={4000} />
      </Form.Item>
      <Form.Item name="goal" label={problemFieldNames.goal}>
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={1000} />
      </Form.Item>
    </>
  )
}
