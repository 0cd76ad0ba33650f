import { endpoints, type MeetingDetail, OpinionGroup } from '@duizhao/contract'
import { Button, Form, Input, InputNumber, Select } from 'antd'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange, useRead } from '../../platform/service/api.ts'

export interface MeetingFormProps {
  readonly meeting: MeetingDetail
  readonly onClose: () => void
}

const about = ({ id }: MeetingDetail) => ({ params: { meetingId: id } })

interface DayFields {
  readonly plannedOn: string | null
  readonly place: string
  /** Undefined once it was cleared. */
  readonly observerId?: string | null
}

/** When and where it is held: every day of its steps moves with it. */
export function DayForm({ meeting, onClose }: MeetingFormProps) {
  const change = useChange(endpoints.changeMeeting)
  const { version, plannedOn, place, observer, superiors } = meeting
  const known =
    observer === null || superiors.some(({ id }) => id === observer.id) ? superiors : [...superiors, observer]
  const shape = endpoints.changeMeeting.body.shape
  return (
    <FormDialogue<DayFields>
      title="定时间、地点"
      okText="定下"
      draft={`meeting-day-${meeting.id}-${version}`}
      initialValues={{ plannedOn, place, observerId: observer?.id ?? null }}
      onSave={({ observerId = null, ...fields }) =>
        change.mutateAsync({ ...about(meeting), body: { ...fields, observerId, version } })
      }
      onClose={onClose}
    >
      <Form.Item {...fieldOf(shape, 'plannedOn')} label="拟召开日期" extra="各环节的期限都随它变。">
        <DateField />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'place')} label="地点">
        <Input />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'observerId')} label="派人督导的上级" extra="没有派人的不选">
        <Select allowClear options={known.map(({ id, name }) => ({ value: id, label: name }))} />
      </Form.Item>
    </FormDialogue>
  )
}

/** Opinions as counts by group, until they are collected here. */
export function OpinionsForm({ meeting, onClose }: MeetingFormProps) {
  const set = useChange(endpoints.setOpinionGroups)
  const { version, opinionGroups } = meeting
  return (
    <FormDialogue<{ readonly groups: OpinionGroup[] }>
      title="征求意见的数"
      okText="填好"
      draft={`meeting-opinions-${meeting.id}-${version}`}
      width={640}
      initialValues={{ groups: opinionGroups.length > 0 ? opinionGroups : [{ name: '', asked: 0, received: 0 }] }}
      onSave={({ groups }) => set.mutateAsync({ ...about(meeting), body: { groups, version } })}
      onClose={onClose}
    >
      <p className="quiet">只记数：向哪一类人、用什么方式，征求几人，收到几条。不记是谁提的。</p>
      <Form.List name="groups">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <fieldset key={key} className="fieldset">
                <legend>第 {name + 1} 种</legend>
                <Form.Item {...fieldOf(OpinionGroup.shape, 'name', [name])} label="对象和方式">
                  <Input placeholder="如：服务对象座谈会" />
                </Form.Item>
                <div className="pair">
                  <Form.Item {...fieldOf(OpinionGroup.shape, 'asked', [name])} label="征求几人">
                    <InputNumber min={0} />
                  </Form.Item>
                  <Form.Item {...fieldOf(OpinionGroup.shape, 'received', [name])} label="收到几条">
                    <InputNumber min={0} />
                  </Form.Item>
                </div>
                <Button size="small" onClick={() => remove(name)}>
                  删除这一种
                </Button>
              </fieldset>
            ))}
            <Button onClick={() => add({ name: '', asked: 0, received: 0 })}>再加一种</Button>
          </>
        )}
      </Form.List>
    </FormDialogue>
  )
}

interface SetAsideProps extends MeetingFormProps {
  readonly rule: string
  readonly name: string
}

/** Why something is not done: it stays, and is printed. */
export function SetAsideForm({ meeting, rule, name, onClose }: SetAsideProps) {
  const set = useChange(endpoints.setAside)
  return (
    <FormDialogue<{ readonly reason: string }>
      title={`“${name}”不照办`}
      okText="写下理由"
      draft={`meeting-aside-${meeting.id}-${rule}`}
      initialValues={{}}
      onSave={({ reason }) => set.mutateAsync({ ...about(meeting), body: { rule, reason } })}
      onClose={onClose}
    >
      <Form.Item
        {...fieldOf(endpoints.setAside.body.shape, 'reason')}
        label="理由"
        extra="写下就不能改、不能删，上级看得见，印在会议的清单上。"
      >
        <Input.TextArea rows={3} />
      </Form.Item>
    </FormDialogue>
  )
}

const MOST_REPORTS = 100

/** The report went up, and which paper it is. */
export function ReportForm({ meeting, onClose }: MeetingFormProps) {
  const report = useChange(endpoints.reportMeeting)
  const reports = useRead(endpoints.listPapers, {
    params: { organisationId: meeting.organisation.id },
    query: { kind: 'meeting_report', limit: MOST_REPORTS },
  })
  const shape = endpoints.reportMeeting.body.shape
  return (
    <FormDialogue<{ readonly reportedOn: string; readonly paperId?: string | null }>
      title="记下已上报"
      okText="记下"
      draft={`meeting-report-${meeting.id}`}
      initialValues={{ reportedOn: todayInChina() }}
      onSave={({ reportedOn, paperId = null }) =>
        report.mutateAsync({ ...about(meeting), body: { reportedOn, paperId, version: meeting.version } })
      }
      onClose={onClose}
    >
      <Form.Item {...fieldOf(shape, 'reportedOn')} label="上报日期">
        <DateField max={todayInChina()} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'paperId')} label="情况报告" extra="文稿里没有的可以不选">
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          loading={reports.isPending}
          options={reports.data?.items.map(({ id, title }) => ({ value: id, label: title })) ?? []}
          notFoundContent={reports.isPending ? '正在读取' : '还没有情况报告'}
        />
      </Form.Item>
    </FormDialogue>
  )
}

/** The superior has it held again; the old one is kept. */
export function AgainForm({ meeting, onClose }: MeetingFormProps) {
  const again = useChange(endpoints.orderMeetingAgain)
  const shape = endpoints.orderMeetingAgain.body.shape
  return (
    <FormDialogue<{ readonly reason: string; readonly plannedOn: string | null }>
      title="责令补课"
      okText="责令补课"
      draft={`meeting-again-${meeting.id}`}
      initialValues={{ plannedOn: null }}
      onSave={(body) => again.mutateAsync({ ...about(meeting), body })}
      onClose={onClose}
    >
      <p>另开一次会，这一次保留原样，不能再改。</p>
      <Form.Item {...fieldOf(shape, 'reason')} label="责令补课的原因">
        <Input.TextArea rows={3} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'plannedOn')} label="召开日期" extra="可以不写，由下级定">
        <DateField />
      </Form.Item>
    </FormDialogue>
  )
}
