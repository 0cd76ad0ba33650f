import { endpoints, type Institution, type LookResult, lookResultNames, lookResults } from '@duizhao/contract'
import { Form, Input, Radio, Select } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { dateInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { useChange } from '../../platform/service/api.ts'

interface Fields {
  readonly on: string
  readonly result: LookResult
  readonly text: string
  readonly recordId?: string | null
}

interface LookFormProps {
  readonly institution: Institution
  readonly onClose: () => void
}

/** What somebody found who looked whether it is carried out. */
export function LookForm({ institution: { paperId, title }, onClose }: LookFormProps) {
  const look = useChange(endpoints.lookIntoInstitution)
  const params = { paperId }
  const { rows } = usePages(endpoints.listStudyRecords, { params, query: { limit: 100 } })
  const { shape } = endpoints.lookIntoInstitution.body
  return (
    <FormDialogue<Fields>
      title={`《${title}》是否执行`}
      okText="记下"
      said="已记下检查结果。"
      draft={`look ${paperId}`}
      initialValues={{ on: todayInChina(), text: '' }}
      onSave={({ recordId = null, ...fields }) =>
        look.mutateAsync({ params, body: { ...fields, recordId: recordId ?? null } })
      }
      onClose={onClose}
    >
      <Form.Item {...fieldOf(shape, 'on')} label="检查日期">
        <DateField max={todayInChina()} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'result')} label="结果" extra="没有执行到位的，六个月以后再检查一次">
        <Radio.Group options={lookResults.map((value) => ({ value, label: lookResultNames[value] }))} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'text')} label="执行情况" extra="抽查了什么、查到什么；选了履职记录的可以不写">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'recordId')} label="履职记录">
        <Select
          allowClear
          loading={rows === undefined}
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="记着这次检查的，可以不选"
          notFoundContent={rows === undefined ? '正在读取' : '没有履职记录'}
          options={(rows ?? []).map(({ id, name, on }) => ({ value: id, label: `${dateInChinese(on)}　${name}` }))}
        />
      </Form.Item>
    </FormDialogue>
  )
}
