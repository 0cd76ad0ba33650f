import { askedOf, endpoints, kindsInWords, participationKindNames, type WorkRecordDetail } from '@duizhao/contract'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { Page } from '../../platform/archetypes/page.tsx'
import { sentenceOf, useRead } from '../../platform/service/api.ts'
import { attendanceInChinese, daysInChinese, numbersInChinese } from './record-words.ts'

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
  return (
    <Page
      title={name}
      facts={
        <>
          <Link to="/records" search={{ organisationId: organisation.id, year: Number(record.onDay.slice(0, 4)) }}>
            {organisation.name}
          </Link>
          ，{daysInChinese(record)}
        </>
      }
      actions={<Button onClick={() => print()}>打印</Button>}
    >
      {withdrawn !== null && (
        <Alert type="warning" title={`${dateInChinese(withdrawn.on)}撤回：${withdrawn.reason}。不再算数。`} />
      )}
      {state === 'draft' && <Alert type="info" title="草稿：只有你看得见，确认以后才算数。" />}
      {view === 'outline' && <Alert type="info" title="上级只看种类、日期、名称和数目；议题和人员由本组织自己看。" />}
      <Facts record={record} />
      <Topics record={record} />
      <Participants record={record} />
      {record.outcome !== '' && <Words title="结果" words={record.outcome} />}
      {record.note !== null && record.note !== '' && <Words title="谈话内容" words={record.note} />}
    </Page>
  )
}

function Facts({ record }: { readonly record: WorkRecordDetail }) {
  const { kinds, subjects, host, talkedTo, place, hours, numbers, enteredBy } = record
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['做了什么', kindsInWords(kinds)],
    ['专题', subjects.join('、')],
    ['日期', daysInChinese(record)],
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

function Topics({ record: { topics } }: { readonly record: WorkRecordDetail }) {
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
