import { endpoints, type Paper } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'
import type { MarkedNote } from './marked-document.ts'

interface DecisionProps {
  readonly paper: Paper
  readonly notes: readonly MarkedNote[]
  readonly onDone: () => void
  readonly onClose: () => void
}

const given = ({ id }: Paper) => ({ params: { paperId: id } })

/** Sends the paper back with the findings that were accepted and the remarks, as it was when the form was opened. */
export function ReturnForm({ paper: shown, notes, onDone, onClose }: DecisionProps) {
  const [paper] = useState(shown)
  const send = useChange(endpoints.returnPaper)
  return (
    <FormDialogue<{ readonly reason: string }>
      title={`退回《${paper.title}》`}
      okText="退回修改"
      draft={`return reviewed ${paper.id} ${paper.version}`}
      initialValues={{ reason: factsOf(notes) }}
      onSave={({ reason }) => send.mutateAsync({ ...given(paper), body: { reason, version: paper.version } })}
      onSaved={onDone}
      onClose={onClose}
    >
      <Going notes={notes} />
      <Form.Item {...fieldOf(endpoints.returnPaper.body.shape, 'reason')} label="修改意见">
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} />
      </Form.Item>
    </FormDialogue>
  )
}

/** Approves the paper as it was when the form was opened. */
export function ApproveForm({ paper: shown, notes, onDone, onClose }: DecisionProps) {
  const [paper] = useState(shown)
  const approve = useChange(endpoints.approvePaper)
  return (
    <FormDialogue<{ readonly opinion: string }>
      title={`审定《${paper.title}》`}
      okText="审定"
      draft={`approve reviewed ${paper.id} ${paper.version}`}
      initialValues={{}}
      onSave={({ opinion }) => approve.mutateAsync({ ...given(paper), body: { opinion, version: paper.version } })}
      onSaved={onDone}
      onClose={onClose}
    >
      <Going notes={notes} />
      <Form.Item {...fieldOf(endpoints.approvePaper.body.shape, 'opinion')} label="审核意见">
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 10 }} />
      </Form.Item>
    </FormDialogue>
  )
}

/** What goes to the author with the decision, and what does not. */
function Going({ notes }: { readonly notes: readonly MarkedNote[] }) {
  const waiting = notes.filter(({ kind, verdict }) => kind === 'finding' && verdict === null).length
  const facts = factsOf(notes)
  return (
    <p className="quiet">
      {facts === '' ? '没有采纳的意见，也没有自己提的意见，起草的人只看得到下面写的。' : `一起给起草的人：${facts}`}
      {waiting > 0 && `还有 ${waiting} 条没有处理，起草的人不当作要改的。`}
    </p>
  )
}

function factsOf(notes: readonly MarkedNote[]): string {
  const accepted = notes.filter(({ verdict }) => verdict === 'accepted').length
  const remarks = notes.filter(({ kind }) => kind === 'remark').length
  const parts = [accepted > 0 ? `采纳的意见 ${accepted} 条` : '', remarks > 0 ? `审核人的意见 ${remarks} 条` : '']
  const said = parts.filter((part) => part !== '')
  return said.length === 0 ? '' : `${said.join('，')}，写在页边。`
}
