import { RecordTopic } from '@duizhao/contract'
import { DeleteOutlined } from '@ant-design/icons'
import { Button, Form, Input } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import './records.css'

/** What was dealt with or studied, a line each; a text studied with its date. */
export function TopicFields() {
  const { text, ofDay, speaker } = RecordTopic.shape
  const rule = (schema: typeof text | typeof ofDay | typeof speaker) => ({
    validator: (_: unknown, value: unknown) => {
      const { error } = schema.safeParse(value === '' ? undefined : value)
      const isEmpty = value === undefined || value === null || value === ''
      return isEmpty || error === undefined
        ? Promise.resolve()
        : Promise.reject(new Error(error.issues[0]?.message ?? ''))
    },
  })
  return (
    <Form.Item label="议题和学习的文章" extra="学习讲话、文件的，写上它的日期；晚于学习的那一天会提示">
      <Form.List name="topics">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="record-row">
                <Form.Item name={[name, 'text']} rules={[rule(text)]} className="wide">
                  <Input placeholder="议题、文章的题目" aria-label={`第 ${name + 1} 个议题`} />
                </Form.Item>
                <Form.Item name={[name, 'ofDay']} rules={[rule(ofDay)]}>
                  <DateField label={`第 ${name + 1} 个议题：文章的日期`} />
                </Form.Item>
                <Form.Item name={[name, 'speaker']} rules={[rule(speaker)]}>
                  <Input placeholder="发言人" aria-label={`第 ${name + 1} 个议题：发言人`} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden="true" />}
                  aria-label={`删除第 ${name + 1} 个议题`}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button onClick={() => add({})}>加一个议题</Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}
