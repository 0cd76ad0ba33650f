import { endpoints, matterEndingNames, saidEndings } from '@duizhao/contract'
import { App, Form, Input, Radio } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'
import type { ShownRemark } from './with-waiting.ts'

interface Fields {
  readonly ending: (typeof saidEndings)[number]
  readonly reason: string
}

/** What became of a remark that does not come into the ledger, and why. */
export function EndingForm({ remark, onClose }: { readonly remark: ShownRemark; readonly onClose: () => void }) {
  const { message } = App.useApp()
  const end = useChange(endpoints.endMatter)
  const { shape } = endpoints.endMatter.body
  return (
    <FormDialogue<Fields>
      said={null}
      title={`对${remark.about.name}的意见有了什么结果`}
      okText="写上结果"
      draft={`end matter ${remark.id} ${remark.version}`}
      initialValues={{ ending: 'explained', reason: '' }}
      onSave={async (fields) => {
        await end.mutateAsync({ params: { matterId: remark.id }, body: { ...fields, version: remark.version } })
        void message.success('结果已写上，本人看得见。')
      }}
      onClose={onClose}
    >
      <p>{remark.text}</p>
      <Form.Item {...fieldOf(shape, 'ending')} label="结果">
        <Radio.Group options={saidEndings.map((value) => ({ value, label: matterEndingNames[value] }))} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'reason')} label="说明或理由">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialogue>
  )
}
