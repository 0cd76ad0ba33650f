import { endpoints, type Paper, type PaperKind } from '@duizhao/contract'
import { Form, Input, Select } from 'antd'
import { useState } from 'react'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'
import { paperKindOptions } from './paper-words.tsx'

export interface PaperFormProps {
  readonly paper: Paper
  readonly onClose: () => void
}

const paramsOf = ({ id }: Paper) => ({ params: { paperId: id } })

interface ChangeFields {
  readonly kind: PaperKind
  readonly title: string
  readonly subject: string
}

/** What a paper is called, and what it is. What changes while the form is open is told by the version. */
export function ChangePaperForm({ paper, onClose }: PaperFormProps) {
  const change = useChange(endpoints.changePaper)
  const { shape } = endpoints.changePaper.body
  const [{ kind, title, subject, version }] = useState(paper)
  return (
    <FormDialogue<ChangeFields>
      title="修改标题等"
      okText="保存"
      draft={`paper ${paper.id} ${version}`}
      initialValues={{ kind, title, subject }}
      onSave={(fields) => change.mutateAsync({ ...paramsOf(paper), body: { ...fields, version } })}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(shape, 'title')} label="标题">
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'kind')} label="种类">
        <Select options={paperKindOptions} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'subject')} label="专题、事由（可以不写）">
        <Input />
      </Form.Item>
    </FormDialogue>
  )
}

/** Sends a paper back as it was when the form was opened, and says why. */
export function ReturnPaperForm({ paper: shown, onClose }: PaperFormProps) {
  const [paper] = useState(shown)
  const give = useChange(endpoints.returnPaper)
  return (
    <FormDialogue<{ readonly reason: string }>
      title={`退回《${paper.title}》`}
      okText="退回修改"
      said={`已退回，等待${paper.author.name}提交新版本。`}
      draft={`return paper ${paper.id}`}
      initialValues={{}}
      onSave={(body) => give.mutateAsync({ ...paramsOf(paper), body: { ...body, version: paper.version } })}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.returnPaper.body.shape, 'reason')} label="修改意见">
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
    </FormDialogue>
  )
}

/** Approves a paper as it was when the form was opened. */
export function ApprovePaperForm({ paper: shown, onClose }: PaperFormProps) {
  const [paper] = useState(shown)
  const approve = useChange(endpoints.approvePaper)
  return (
    <FormDialogue<{ readonly opinion: string }>
      title={`审定《${paper.title}》第 ${paper.versions} 版`}
      okText="审定"
      said="已审定，接下来可以印发。"
      draft={`approve paper ${paper.id}`}
      initialValues={{}}
      onSave={(body) => approve.mutateAsync({ ...paramsOf(paper), body: { ...body, version: paper.version } })}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.approvePaper.body.shape, 'opinion')} label="审核意见">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
      </Form.Item>
    </FormDialogue>
  )
}

/** Issues an approved paper. */
export function IssuePaperForm({ paper, onClose }: PaperFormProps) {
  const issue = useChange(endpoints.issuePaper)
  const { shape } = endpoints.issuePaper.body
  return (
    <FormDialogue<{ readonly number: string; readonly issuedOn: string }>
      title={`印发《${paper.title}》`}
      okText="印发"
      draft={`issue paper ${paper.id}`}
      initialValues={{ number: '', issuedOn: todayInChina() }}
      onSave={(body) => issue.mutateAsync({ ...paramsOf(paper), body })}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(shape, 'number')} label="文号（没有的不写）">
        <Input placeholder="如：江编办〔2026〕3号" />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'issuedOn')} label="印发日期">
        <DateField max={todayInChina()} />
      </Form.Item>
    </FormDialogue>
  )
}

/** Makes a paper void. */
export function VoidPaperForm({ paper, onClose }: PaperFormProps) {
  const make = useChange(endpoints.voidPaper)
  return (
    <FormDialogue<{ readonly reason: string }>
      title={`作废《${paper.title}》`}
      okText="作废，不能恢复"
      draft={`void paper ${paper.id}`}
      initialValues={{}}
      onSave={(body) => make.mutateAsync({ ...paramsOf(paper), body })}
      onClose={onClose}
    >
      <Form.Item
        {...fieldOf(endpoints.voidPaper.body.shape, 'reason')}
        label="理由"
        extra="作废后文件和经过仍然查得到，不再往下走。"
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} />
      </Form.Item>
    </FormDialogue>
  )
}
