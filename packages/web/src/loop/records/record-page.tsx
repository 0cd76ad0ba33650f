import {
  askedOf,
  endpoints,
  kindsInWords,
  participationKindNames,
  studyKinds,
  type WorkRecordDetail,
} from '@duizhao/contract'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, App, Button, Popconfirm, Skeleton } from 'antd'
import { type ReactNode, Suspense, useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { PassageTools } from '../../platform/elements/passage-tools.tsx'
import { useFeatures } from '../../platform/feature.ts'
import { request, sentenceOf, useChange, useRead } from '../../platform/service/api.ts'
import { ChangeRecordForm } from './record-form.tsx'
import { attendanceInChinese, daysInChinese, numbersInChinese } from './record-words.ts'
import './record-slots.ts'
import './records.css'
import { WithdrawRecordForm } from './withdraw-record-form.tsx'

/** One record: what was done, who was away, what came of it, as far as one may see it. */
export function RecordPage() {
  const { recordId = '' } = useParams({ strict: false })
  const { data, error } = useRead(endpoints.readRecord, { params: { recordId } })
  if (data !== undefined) return <Shown key={recordId} record={data} />
  return (
    <Page title="履职记录">
      {error ? (
        <>
          <p className="fault" role="alert">
            {sentenceOf(error)}
          </p>
          <Link to="/records">回到履职记录</Link>
        </>
      ) : (
        <Skeleton active aria-label="正在读取" />
      )}
    </Page>
  )
}

function Shown({ record }: { readonly record: WorkRecordDetail }) {
  const { name, organisation, state, withdrawn, view } = record
  const parts = useFeatures().flatMap(({ recordParts = [] }) => recordParts)
  return (
    <Page title={name} facts={`${organisation.name}，${daysInChinese(record)}`} actions={<Acts record={record} />}>
      {withdrawn !== null && (
        <Alert
          type="warning"
          title={
            state === 'planned'
              ? `${dateInChinese(withdrawn.on)}取消：${withdrawn.reason}`
              : `${dateInChinese(withdrawn.on)}撤回：${withdrawn.reason}。不再算数。`
          }
        />
      )}
      {state === 'planned' && withdrawn === null && (
        <Alert type="info" title="约定了，还没有谈。谈了以后在这里记下，就成为这次谈话的记录；不谈了就取消。" />
      )}
      {state === 'draft' && <Alert type="info" title="草稿：只有你看得见，确认以后才算数。" />}
      {view === 'outline' && <Alert type="info" title="上级只看种类、日期、名称和数目；议题和人员由本组织自己看。" />}
      <Facts record={record} />
      <Topics record={record} />
      <Participants record={record} />
      {record.outcome !== '' && <Words title="结果" words={record.outcome} />}
      {record.note !== null && record.note !== '' && <Words title="谈话内容" words={record.note} />}
      <Suspense>
        {parts.map((Part, at) => (
          <Part key={at} recordId={record.id} />
        ))}
      </Suspense>
    </Page>
  )
}

const CHANGE_WORDS: Readonly<Record<WorkRecordDetail['state'], string>> = {
  draft: '修改、确认',
  planned: '谈了，记下',
  kept: '修改',
}

type Open = 'change' | 'withdraw' | null

/** What can be done with it, the likeliest first. */
function Acts({ record }: { readonly record: WorkRecordDetail }) {
  const { id, version, state, mayChange, mayRelease, note } = record
  const { message } = App.useApp()
  // A form keeps the record as it was when it was opened, so that a newer one does not slip under what is typed.
  const [open, setOpen] = useState<{ readonly form: Open; readonly record: WorkRecordDetail }>({ form: null, record })
  const release = useChange(endpoints.releaseTalk)
  const agree = async (): Promise<void> => {
    try {
      await release.mutateAsync({ params: { recordId: id }, body: { version } })
      void message.success('已同意。对方也同意以后，组织者就能看到谈话内容。')
    } catch (error) {
      void message.error(sentenceOf(error))
    }
  }
  const close = (): void => setOpen({ form: null, record })
  return (
    <>
      {mayChange && (
        <Button type={state === 'kept' ? 'default' : 'primary'} onClick={() => setOpen({ form: 'change', record })}>
          {CHANGE_WORDS[state]}
        </Button>
      )}
      {mayRelease && note !== null && note !== '' && (
        <Popconfirm
          title="同意组织者看这次谈话的内容？"
          description="对方也同意以后组织者才看得到；以后改了内容，要重新同意。"
          okText="同意"
          cancelText="不同意"
          onConfirm={() => void agree()}
        >
          <Button>同意组织者看内容</Button>
        </Popconfirm>
      )}
      {mayChange && (
        <Button onClick={() => setOpen({ form: 'withdraw', record })}>
          {state === 'planned' ? '取消约定' : '撤回'}
        </Button>
      )}
      {record.file !== null && (
        <DownloadButton
          name={record.file.name}
          fetchFile={() => request(endpoints.readRecordFile, { params: { recordId: id } })}
        >
          原来的文件
        </DownloadButton>
      )}
      <Button onClick={() => print()}>打印</Button>
      {open.form === 'change' && <ChangeRecordForm record={open.record} onClose={close} />}
      {open.form === 'withdraw' && <WithdrawRecordForm record={open.record} onClose={close} />}
    </>
  )
}

function Facts({ record }: { readonly record: WorkRecordDetail }) {
  const { kinds, subjects, host, talkedTo, place, hours, numbers, enteredBy } = record
  const { organisation, onDay } = record
  const facts: readonly (readonly [string, ReactNode])[] = [
    [
      '组织',
      <Link key="body" to="/records" search={{ organisationId: organisation.id, year: Number(onDay.slice(0, 4)) }}>
        {organisation.name}
      </Link>,
    ],
    ['种类', kindsInWords(kinds)],
    ['专题', subjects.join('、')],
    [record.state === 'planned' ? '谈话期限' : '日期', daysInChinese(record)],
    ['地点', place],
    [askedOf(kinds).host, host?.name ?? ''],
    ['谈话对象', talkedTo.map((person) => person.name).join('、')],
    ['学时', hours ?? ''],
    ['到会', attendanceInChinese(record)],
    ['数目', numbersInChinese(numbers)],
    ['录入', enteredBy],
  ]
  return (
    <dl className="facts">
      {facts
        .filter(([, value]) => value !== '')
        .map(([title, value]) => [<dt key={title}>{title}</dt>, <dd key={`${title} value`}>{value}</dd>])}
    </dl>
  )
}

function Topics({ record }: { readonly record: WorkRecordDetail }) {
  const { id, topics, organisation, kinds, state, withdrawn } = record
  const source = kinds.includes('talk') ? 'talk' : kinds.some((kind) => studyKinds.includes(kind)) ? 'study' : 'meeting'
  if (topics.length === 0) return null
  return (
    <section aria-label="议题和学习内容">
      <h2>议题和学习内容</h2>
      <ol>
        {topics.map(({ text, ofDay, speaker }, at) => (
          <li key={at}>
            {text}
            {ofDay !== null && <span className="quiet">（{dateInChinese(ofDay)}）</span>}
            {speaker !== '' && <span className="quiet">　{speaker}</span>}
            {state === 'kept' && withdrawn === null && (
              <>
                {' '}
                <PassageTools
                  passage={{ of: 'record', recordId: id, topic: at }}
                  words={text}
                  organisationId={organisation.id}
                  source={source}
                />
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

function Participants({ record: { participants } }: { readonly record: WorkRecordDetail }) {
  const others = participants.filter(({ kind }) => kind !== 'talked_to')
  if (others.length === 0) return null
  return (
    <section aria-label="没有到的、列席的">
      <h2>没有到的、列席的</h2>
      <ul>
        {others.map(({ person, kind, note }) => (
          <li key={`${person.id} ${kind}`}>
            {person.name}：{participationKindNames[kind]}
            {note !== '' && `（${note}）`}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Words({ title, words }: { readonly title: string; readonly words: string }) {
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <p className="said">{words}</p>
    </section>
  )
}
