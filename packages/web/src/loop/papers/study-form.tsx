import { endpoints } from '@duizhao/contract'
import { Button, Form, Select } from 'antd'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { sentenceOf, useChange } from '../../platform/service/api.ts'
import type { PaperFormProps } from './paper-forms.tsx'

interface Fields {
  readonly ordinal: number
  readonly recordId?: string | null
}

/** At which meeting a version was gone through: one that is written down. */
export function StudyForm({ paper, onClose }: PaperFormProps) {
  const params = { paperId: paper.id }
  const study = useChange(endpoints.studyPaper)
  const { rows, error, onMore } = usePages(endpoints.listStudyRecords, { params, query: { limit: 100 } })
  const { ordinal, recordId } = endpoints.studyPaper.body.shape
  return (
    <FormDialogue<Fields>
      title={`《${paper.title}》是哪次会研究的`}
      okText="写明"
      draft={null}
      initialValues={{ ordinal: paper.versions }}
      onSave={(fields) => study.mutateAsync({ params, body: { ...fields, recordId: fields.recordId ?? null } })}
      onClose={onClose}
    >
      <Form.Item {...fieldOf({ ordinal }, 'ordinal')} label="第几版">
        <Select
          options={Array.from({ length: paper.versions }, (_, at) => ({ value: at + 1, label: `第 ${at + 1} 版` }))}
        />
      </Form.Item>
      <Form.Item
        {...fieldOf({ recordId }, 'recordId')}
        label="研究的会议"
        extra="室务会、支委会等，先在履职记录里记下；清空为还没有研究。"
        {...(error ? { validateStatus: 'error', help: sentenceOf(error) } : {})}
      >
        <Select
          allowClear
          loading={rows === undefined}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent={rows === undefined ? '正在读取' : '没有找到，请先记一笔。'}
          options={(rows ?? []).map(({ id, name, on, organisation }) => ({
            value: id,
            label: `${dateInChinese(on)}　${name}（${organisation.name}）`,
          }))}
          popupRender={(menu) => (
            <>
              {menu}
              {onMore && (
                <Button type="link" block onClick={onMore}>
                  再看更早的
                </Button>
              )}
            </>
          )}
        />
      </Form.Item>
    </FormDialogue>
  )
}
