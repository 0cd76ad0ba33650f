import { endpoints, type MeetingSession, type ProblemClass, problemClasses, problemClassNames } from '@duizhao/contract'
import { App, Checkbox, Form, Input, Radio } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { PersonSelect } from '../../platform/elements/person-select.tsx'
import { useChange } from '../../platform/service/api.ts'
import type { ShownRemark } from './with-waiting.ts'

interface Fields {
  readonly text: string
  readonly class: ProblemClass
  readonly leadId: string
  readonly measure: string
  readonly dueOn: string | null
  readonly isPersonal: boolean
}

interface ConfirmFormProps {
  readonly remark: ShownRemark
  readonly session: MeetingSession
  readonly onClose: () => void
}

/** Confirms a remark as a problem of the ledger. What stands there is what is written here, not who said what of whom. */
export function ConfirmForm({ remark, session: { organisation }, onClose }: ConfirmFormProps) {
  const { message } = App.useApp()
  const confirm = useChange(endpoints.confirmMatter)
  const { shape } = endpoints.confirmMatter.body
  return (
    <FormDialogue<Fields>
      said={null}
      title="列入台账"
      okText="列入台账"
      draft={`confirm matter ${remark.id} ${remark.version}`}
      initialValues={{ text: '', class: 'dated', leadId: remark.about.id, measure: '', dueOn: null, isPersonal: true }}
      onSave={async (fields) => {
        const body = { ...fields, version: remark.version }
        const { outcome } = await confirm.mutateAsync({ params: { matterId: remark.id }, body })
        void message.success(`已列入台账，${outcome?.problem?.number ?? ''} 号，已分派给责任领导。`)
      }}
      onClose={onClose}
    >
      <p className="quiet">请另写问题，不写是谁说的；原话仍然只有本人、办会的人和审定的人看得见：</p>
      <p>{remark.text}</p>
      <Form.Item {...fieldOf(shape, 'text')} label="问题">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item
        {...fieldOf(shape, 'isPersonal')}
        valuePropName="checked"
        extra="不勾的，看得见本单位台账的人都看得见上面写的，请不写说的是谁。"
      >
        <Checkbox>
          是关于{remark.about.name}个人的：内容只有本人、责任领导和责任人、组织和审批的人看得到，其他人只看得到数量
        </Checkbox>
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'leadId')} label="责任领导">
        <PersonSelect organisationId={organisation.id} present={remark.about} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'measure')} label="整改措施">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'class')} label="整改类型">
        <Radio.Group options={problemClasses.map((value) => ({ value, label: problemClassNames[value] }))} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'dueOn')} label="完成时限">
        <DateField />
      </Form.Item>
    </FormDialogue>
  )
}
