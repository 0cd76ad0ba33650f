import {
  endpoints,
  type MeetingDetail,
  meetingStepNames,
  meetingTriggerNames,
  type StepDetail,
} from '@duizhao/contract'
import { Link, useParams } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { type ReactNode, useState } from 'react'
import { Checklist } from '../../platform/archetypes/checklist.tsx'
import { dateInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { useFeatures } from '../../platform/feature.ts'
import { request, sentenceOf, useRead } from '../../platform/service/api.ts'
import { LinkForm, type Wanted } from './link-form.tsx'
import { AgainForm, DayForm, OpinionsForm, ReportForm, SetAsideForm } from './meeting-forms.tsx'
import './meeting-slots.ts'
import './meetings.css'
import { stepItems } from './step-items.tsx'
import { nextInChinese } from './step-words.ts'

/** One meeting as a checklist: its steps with their days, what is missing, under which rule. */
export function MeetingPage() {
  const { meetingId = '' } = useParams({ strict: false })
  const { data, error } = useRead(endpoints.readMeeting, { params: { meetingId } })
  if (data !== undefined) return <MeetingShown key={meetingId} meeting={data} />
  return (
    <Page title="会议">
      {error ? (
        <>
          <p className="fault" role="alert">
            {sentenceOf(error)}
          </p>
          <Link to="/meetings">回到会议</Link>
        </>
      ) : (
        <Skeleton active aria-label="正在读取" />
      )}
    </Page>
  )
}

type Open =
  | { readonly form: 'day' | 'opinions' | 'report' | 'again' }
  | { readonly form: 'aside'; readonly rule: string; readonly name: string }
  | { readonly form: 'link'; readonly wanted: Wanted }

function MeetingShown({ meeting }: { readonly meeting: MeetingDetail }) {
  const [open, setOpen] = useState<Open | null>(null)
  const features = useFeatures()
  const tools = features.flatMap(({ meetingTools = [] }) => meetingTools)
  const parts = features.flatMap(({ meetingParts = [] }) => meetingParts)
  const today = todayInChina()
  const mayWrite = meeting.mayWrite && !meeting.isReplaced
  return (
    <Page
      title={meeting.name}
      facts={<Facts meeting={meeting} />}
      actions={
        <>
          {tools.map((Tool, at) => (
            <Tool key={at} meeting={meeting} />
          ))}
          {mayWrite && <Button onClick={() => setOpen({ form: 'day' })}>定时间、地点</Button>}
          {meeting.mayOrderAgain && <Button onClick={() => setOpen({ form: 'again' })}>责令补课</Button>}
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      <Next meeting={meeting} today={today} />
      <div className="with-aside">
        <section aria-label="环节">
          <Checklist
            label={`${meeting.name}的环节`}
            items={stepItems({
              ...{ meeting, today },
              actionsOf: (step) => <StepButtons step={step} meeting={meeting} onOpen={setOpen} />,
              onSetAside: (rule, name) => setOpen({ form: 'aside', rule, name }),
            })}
          />
        </section>
        <aside aria-label="要求">
          <Asked meeting={meeting} />
        </aside>
      </div>
      {parts.map((Part, at) => (
        <Part key={at} meeting={meeting} />
      ))}
      {open !== null && <OpenForm open={open} meeting={meeting} onClose={() => setOpen(null)} />}
    </Page>
  )
}

function Facts({ meeting }: { readonly meeting: MeetingDetail }) {
  const { organisation, plannedOn, heldOn, place, trigger, triggerOn, observer, replaces, replacedBy } = meeting
  const day =
    heldOn !== null
      ? `${dateInChinese(heldOn)}已开`
      : plannedOn === null
        ? '召开日期未定'
        : `准备 ${dateInChinese(plannedOn)}开`
  return (
    <>
      {organisation.name}，{day}
      {place !== '' && `，${place}`}
      {trigger !== null && triggerOn !== null && `　因${dateInChinese(triggerOn)}的${meetingTriggerNames[trigger]}而开`}
      {observer !== null && `　${observer.name}派人督导`}
      {replaces !== null && (
        <>
          　上级责令补课：{replaces.reason}{' '}
          <Link to="/meetings/$meetingId" params={{ meetingId: replaces.id }}>
            看原来的那一次
          </Link>
        </>
      )}
      {replacedBy !== null && (
        <>
          　<span className="overdue">上级已责令补课，这一次保留原样。</span>{' '}
          <Link to="/meetings/$meetingId" params={{ meetingId: replacedBy }}>
            看补课的那一次
          </Link>
        </>
      )}
    </>
  )
}

function Next({ meeting, today }: { readonly meeting: MeetingDetail; readonly today: string }) {
  const { words, isLate } = nextInChinese(meeting, today)
  if (meeting.nextStep === null) return <p className="meeting-next">{words}</p>
  return (
    <p className="meeting-next">
      下一步：
      <a href={`#${meeting.nextStep}`} className={isLate ? 'overdue' : undefined}>
        {words}
      </a>
    </p>
  )
}

function Asked({
  meeting: { id, theme, notice, asks, problems, opinionGroups, reportPaper },
}: {
  readonly meeting: MeetingDetail
}) {
  return (
    <>
      <h2>要求</h2>
      {theme !== '' && <p>主题：{theme}</p>}
      {notice !== null && (
        <p>
          通知：{notice.title}{' '}
          <DownloadButton
            isSmall
            name={notice.fileName}
            label={`下载通知：${notice.title}`}
            fetchFile={() => request(endpoints.noticeOfMeeting, { params: { meetingId: id } })}
          >
            下载
          </DownloadButton>
        </p>
      )}
      {asks !== null && (
        <>
          <p>
            {dateInChinese(asks.fromOn)}至{dateInChinese(asks.untilOn)}召开
          </p>
          <Lines title="方面" lines={asks.aspects.map(({ title, points }) => [title, ...points].join('：'))} />
          <Lines title="对照" lines={asks.mirrors} />
          <Lines title="会上通报" lines={asks.reportItems} />
        </>
      )}
      <Lines
        title="征求意见"
        lines={opinionGroups.map(({ name, asked, received }) => `${name}：征求 ${asked} 人，收到 ${received} 条`)}
      />
      {problems.all > 0 && (
        <p>
          问题 {problems.all} 个，销号 {problems.closed} 个
        </p>
      )}
      {reportPaper !== null && (
        <p>
          情况报告：
          <Link to="/papers/$paperId" params={{ paperId: reportPaper.id }}>
            {reportPaper.name}
          </Link>
        </p>
      )}
    </>
  )
}

function Lines({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

/** What a step is moved on with: what of the office’s papers and records is named. */
const wantedAt: Partial<Record<StepDetail['step'], readonly [label: string, wanted: Wanted][]>> = {
  plan: [['选方案', { kind: 'paper', title: '选方案', paperKind: 'plan' }]],
  study: [['选学习记录', { kind: 'record', title: '选会前学习', recordKind: 'study' }]],
  materials: [
    ['选班子材料', { kind: 'paper', title: '选班子的材料', paperKind: 'team' }],
    ['选自己的材料', { kind: 'paper', title: '选自己的材料', paperKind: 'personal' }],
  ],
  session: [['选会议记录', { kind: 'record', title: '选这次会议的记录', recordKind: 'life_meeting' }]],
  lists: [['选台账里的问题', { kind: 'problem', title: '选会上查摆的问题' }]],
  publication: [['选通报', { kind: 'paper', title: '选会后的通报', paperKind: 'notice' }]],
}

interface StepButtonsProps {
  readonly step: StepDetail
  readonly meeting: MeetingDetail
  readonly onOpen: (open: Open) => void
}

function StepButtons({ step: { step }, meeting, onOpen }: StepButtonsProps): ReactNode {
  const labelled = (words: string): string => `${meetingStepNames[step]}：${words}`
  return (
    <>
      {wantedAt[step]?.map(([label, wanted]) => (
        <Button key={label} size="small" onClick={() => onOpen({ form: 'link', wanted })}>
          {label}
        </Button>
      ))}
      {step === 'opinions' && (
        <Button size="small" aria-label={labelled('填数')} onClick={() => onOpen({ form: 'opinions' })}>
          填数
        </Button>
      )}
      {step === 'report' && meeting.heldOn !== null && meeting.reportedOn === null && (
        <Button size="small" onClick={() => onOpen({ form: 'report' })}>
          记下已上报
        </Button>
      )}
      {step === 'talks' && (
        <Link to="/talks" search={{ organisationId: meeting.organisation.id }} className="small-link">
          看该谈的对子
        </Link>
      )}
    </>
  )
}

interface OpenFormProps {
  readonly open: Open
  readonly meeting: MeetingDetail
  readonly onClose: () => void
}

const forms = { day: DayForm, opinions: OpinionsForm, report: ReportForm, again: AgainForm } as const

function OpenForm({ open, meeting, onClose }: OpenFormProps) {
  if (open.form === 'aside')
    return <SetAsideForm meeting={meeting} rule={open.rule} name={open.name} onClose={onClose} />
  if (open.form === 'link') return <LinkForm meeting={meeting} wanted={open.wanted} onClose={onClose} />
  const Form = forms[open.form]
  return <Form meeting={meeting} onClose={onClose} />
}
