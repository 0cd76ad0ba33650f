import { endpoints, type MeetingDetail, type MeetingLinkKind, type PaperKind, type RecordKind } from '@duizhao/contract'
import { Form, Select } from 'antd'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange, useRead } from '../../platform/service/api.ts'

/** What is looked for among the office’s papers, records or problems. */
export interface Wanted {
  readonly kind: MeetingLinkKind
  readonly title: string
  readonly paperKind?: PaperKind
  readonly recordKind?: RecordKind
}

interface LinkFormProps {
  readonly meeting: MeetingDetail
  readonly wanted: Wanted
  readonly onClose: () => void
}

/** Says which paper, record or problem of the body is of the meeting: what is there is not entered twice. */
export function LinkForm({ meeting, wanted, onClose }: LinkFormProps) {
  const link = useChange(endpoints.linkToMeeting)
  const options = useOptions(meeting.organisation.id, wanted)
  return (
    <FormDialogue<{ readonly id: string }>
      title={wanted.title}
      okText="归到这次会议"
      draft={null}
      initialValues={{}}
      onSave={({ id }) => link.mutateAsync({ params: { meetingId: meeting.id }, body: { kind: wanted.kind, id } })}
      onClose={onClose}
    >
      <Form.Item {...fieldOf(endpoints.linkToMeeting.body.shape, 'id')} label="选择" extra={wherever(wanted.kind)}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          loading={options === undefined}
          options={options ?? []}
          notFoundContent={options === undefined ? '正在读取' : '还没有'}
        />
      </Form.Item>
    </FormDialogue>
  )
}

function wherever(kind: MeetingLinkKind): string {
  return kind === 'paper'
    ? '没有的，先在“文稿”里提交。'
    : kind === 'record'
      ? '没有的，先在“履职记录”里记一笔。'
      : '没有的，先在“台账”里登记。'
}

const MOST = 100

function useOptions(organisationId: string, { kind, paperKind, recordKind }: Wanted) {
  const params = { organisationId }
  const papers = useRead(
    endpoints.listPapers,
    { params, query: { limit: MOST, ...(paperKind === undefined ? {} : { kind: paperKind }) } },
    kind === 'paper',
  )
  const records = useRead(
    endpoints.listRecords,
    { params, query: { limit: MOST, ...(recordKind === undefined ? {} : { kind: recordKind }) } },
    kind === 'record',
  )
  const problems = useRead(endpoints.listProblems, { query: { organisationId, limit: MOST } }, kind === 'problem')
  if (kind === 'paper') return papers.data?.items.map(({ id, title }) => ({ value: id, label: title }))
  if (kind === 'record')
    return records.data?.items.map(({ id, name, onDay }) => ({
      value: id,
      label: `${name}（${dateInChinese(onDay)}）`,
    }))
  return problems.data?.items.map(({ id, number, text }) => ({ value: id, label: `${number} 号：${text}` }))
}
