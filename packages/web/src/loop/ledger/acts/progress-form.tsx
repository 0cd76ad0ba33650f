import { endpoints, LARGEST_EVIDENCE } from '@duizhao/contract'
import { Checkbox, Form, Input } from 'antd'
import { useState } from 'react'
import { DateField } from '../../../platform/archetypes/date-field.tsx'
import { todayInChina } from '../../../platform/archetypes/dates.ts'
import { FileField } from '../../../platform/elements/file-field.tsx'
import { useSending } from '../../../platform/elements/use-sending.tsx'
import { upload, useChange } from '../../../platform/service/api.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import type { ActFormProps } from '../problem-slots.ts'

interface Fields {
  readonly on: string
  readonly text: string
  /** Not there where no measure is open: nothing is asked then. */
  readonly doneMeasureIds?: string[]
}

/** What has been done, which measures are done with it, and what shows it: files, or photographs from a phone. */
export function ProgressForm({ problem, onClose }: ActFormProps) {
  const report = useChange(endpoints.reportProgress)
  const { sendEach, line } = useSending()
  // Files cannot be kept with what was typed.
  const [files, setFiles] = useState<readonly File[]>([])
  const params = { problemId: problem.id }
  const open = problem.measures.filter(({ doneOn }) => doneOn === null)
  // The files first: if one is refused nothing is reported yet, and what has arrived is not sent again.
  const save = async ({ doneMeasureIds = [], ...body }: Fields): Promise<unknown> => {
    const measureId = doneMeasureIds.length === 1 ? doneMeasureIds[0] : undefined
    if (files.length > 0)
      await sendEach(files, async (file, onShare) => {
        const query = { kind: file.type.startsWith('image/') ? 'photo' : 'other', datedOn: body.on, measureId } as const
        await upload(endpoints.addEvidence, { params, query, file }, onShare)
        setFiles((kept) => kept.filter((one) => one !== file))
      })
    return report.mutateAsync({ params, body: { ...body, doneMeasureIds } })
  }
  return (
    <FormDialogue<Fields>
      title={`报告问题 ${problem.number} 号的进展`}
      okText="报告进展"
      draft={`progress ${problem.id}`}
      initialValues={{ on: todayInChina(), doneMeasureIds: [] }}
      onSave={save}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.reportProgress.body.shape, 'text')} label="进展情况">
        <Input.TextArea autoFocus autoSize={{ minRows: 4, maxRows: 14 }} />
      </Form.Item>
      <Form.Item {...fieldOf(endpoints.reportProgress.body.shape, 'on')} label="日期">
        <DateField max={todayInChina()} />
      </Form.Item>
      {open.length > 0 && (
        <Form.Item {...fieldOf(endpoints.reportProgress.body.shape, 'doneMeasureIds')} label="这次完成的措施">
          <Checkbox.Group options={open.map(({ id, text }) => ({ value: id, label: text }))} />
        </Form.Item>
      )}
      {problem.allowed.includes('addEvidence') && (
        <Form.Item
          htmlFor="progress-files"
          label="佐证材料（可以不附）"
          extra={`每个不超过 ${LARGEST_EVIDENCE / 1024 / 1024} MB。涉密材料不得上传。只完成一条措施的，算作那条措施的佐证。`}
        >
          <FileField id="progress-files" value={files} onChange={setFiles} largest={LARGEST_EVIDENCE} />
        </Form.Item>
      )}
      {line}
    </FormDialogue>
  )
}
