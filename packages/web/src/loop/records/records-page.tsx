import {
  endpoints,
  kindsInWords,
  type RecordFigures,
  recordKindNames,
  recordKinds,
  recordSubjects,
  type WorkRecord,
} from '@duizhao/contract'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { thisYear, todayInChina } from '../../platform/archetypes/dates.ts'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'
import { FoldedFilters } from '../../platform/archetypes/folded-filters.tsx'
import { List, type ListColumn } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { request, useRead } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import { NewRecordForm } from './record-form.tsx'
import { attendanceInChinese, daysInChinese, numbersInChinese } from './record-words.ts'
import {
  daysOf,
  partInChinese,
  partsOfYear,
  periodInChinese,
  recordsSearchOf,
  type RecordsSearch,
} from './records-search.ts'
import { useRecordPeople } from './use-record-people.ts'

/** What a body, or oneself, has done: the year’s figures, and the records, the latest first. */
export function RecordsPage() {
  const session = useSession()
  const search = recordsSearchOf(useSearch({ strict: false }))
  const navigate = useNavigate()
  const organisationId = search.organisationId ?? grantedOver(session, 'record.read')[0]?.id ?? ''
  const year = search.year ?? thisYear()
  const change = (changed: RecordsSearch): void =>
    void navigate({ to: '/records', search: { ...search, ...changed }, replace: true })
  const days = daysOf(year, search.part)
  const isMine = search.isMine === true
  const [isWriting, setWriting] = useState(search.write !== undefined)
  const { mayWrite } = useRecordPeople(organisationId, todayInChina())
  return (
    <Page
      title="履职记录"
      facts={
        isMine
          ? '我主持、参加、缺席、谈话的，和我的草稿'
          : `${periodInChinese(year, search.part)}的履职；应到由任职推出，只记没有到的人`
      }
      actions={
        <>
          {mayWrite !== undefined && (
            <Button type="primary" onClick={() => setWriting(true)}>
              {mayWrite ? '记一笔' : '记我的谈话'}
            </Button>
          )}
          {mayWrite === true && (
            <LinkButton to="/records-from-file" search={{ organisationId }}>
              从文件录入
            </LinkButton>
          )}
          {!isMine && organisationId !== '' && <Papers {...{ organisationId, days, search }} />}
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      <Filters search={search} organisationId={organisationId} year={year} onChange={change} />
      {isWriting && mayWrite !== undefined && (
        <NewRecordForm
          key={organisationId}
          organisationId={organisationId}
          isOwnTalk={!mayWrite}
          asked={search.write === undefined ? undefined : search}
          onClose={() => setWriting(false)}
        />
      )}
      {isMine ? <OwnRecords days={days} /> : <BodyRecords {...{ organisationId, days, search }} />}
    </Page>
  )
}

interface FiltersProps {
  readonly search: RecordsSearch
  readonly organisationId: string
  readonly year: number
  readonly onChange: (changed: RecordsSearch) => void
}

const YEARS_BACK = 6

function Filters({ search, organisationId, year, onChange }: FiltersProps) {
  const latest = thisYear()
  const years = [...new Set([year, ...Array.from({ length: YEARS_BACK }, (_, at) => latest - at)])].toSorted(
    (one, other) => other - one,
  )
  const isMine = search.isMine === true
  return (
    <FoldedFilters active={activeOf(search)}>
      {!isMine && (
        <OrganisationSelect
          isPlain
          label="组织"
          value={organisationId === '' ? undefined : organisationId}
          onChange={(next) => onChange({ organisationId: next })}
        />
      )}
      <Choice
        label="年份"
        value={String(year)}
        options={years.map((one) => [String(one), `${one}年`])}
        onChange={(next) => onChange({ year: Number(next) })}
      />
      <Choice
        label="半年、季度、月份"
        value={search.part ?? ''}
        options={[['', '全年'], ...partsOfYear.map((part) => [part, partInChinese(part)] as const)]}
        onChange={(next) => onChange({ part: next === '' ? undefined : next })}
      />
      {!isMine && (
        <>
          <Choice
            label="种类"
            value={search.kind ?? ''}
            options={[['', '全部种类'], ...recordKinds.map((kind) => [kind, recordKindNames[kind]] as const)]}
            onChange={(next) => onChange({ kind: recordKinds.find((kind) => kind === next) })}
          />
          <Choice
            label="专题"
            value={search.subject ?? ''}
            options={[
              ['', '全部专题'],
              ...[...new Set([...recordSubjects, ...(search.subject === undefined ? [] : [search.subject])])].map(
                (subject) => [subject, subject] as const,
              ),
            ]}
            onChange={(next) => onChange({ subject: next === '' ? undefined : next })}
          />
        </>
      )}
      <Checkbox checked={isMine} onChange={({ target }) => onChange({ isMine: target.checked || undefined })}>
        只看我的
      </Checkbox>
    </FoldedFilters>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: string
  readonly options: readonly (readonly [value: string, label: string])[]
  readonly onChange: (value: string) => void
}

function Choice({ label, value, options, onChange }: ChoiceProps) {
  return (
    <Select<string>
      variant="filled"
      aria-label={label}
      value={value}
      popupMatchSelectWidth={false}
      showSearch={{ optionFilterProp: 'label' }}
      options={options.map(([one, words]) => ({ value: one, label: words }))}
      onChange={onChange}
    />
  )
}

const columns: readonly ListColumn<WorkRecord>[] = [
  { header: '日期', cell: (record) => daysInChinese(record) },
  {
    header: '名称',
    cell: ({ id, name, state }) => (
      <>
        <Link to="/records/$recordId" params={{ recordId: id }}>
          {name}
        </Link>
        {state === 'draft' && <span className="quiet">（草稿）</span>}
        {state === 'planned' && <span className="quiet">（还没有谈）</span>}
      </>
    ),
  },
  { header: '种类', cell: ({ kinds, subjects }) => [kindsInWords(kinds), ...subjects].join('，') },
  { header: '主持', cell: ({ host }) => host?.name ?? '' },
  { header: '到会', cell: (record) => attendanceInChinese(record) },
  { header: '学时', cell: ({ hours }) => (hours === null ? '' : <span className="number">{hours}</span>) },
  { header: '数目', cell: ({ numbers }) => numbersInChinese(numbers) },
]

interface BodyRecordsProps {
  readonly organisationId: string
  readonly days: { readonly from: string; readonly to: string }
  readonly search: RecordsSearch
}

function BodyRecords({ organisationId, days, search: { kind, subject } }: BodyRecordsProps) {
  const filters = { ...days, kind, subject }
  const params = { organisationId }
  const pages = usePages(endpoints.listRecords, { params, query: filters })
  const { data: figures } = useRead(endpoints.readRecordFigures, { params, query: filters }, organisationId !== '')
  return (
    <>
      {figures !== undefined && figures.records > 0 && <Figures figures={figures} />}
      <List
        label="履职记录"
        {...pages}
        keyOf={({ id }) => id}
        columns={columns}
        whenEmpty="这一段没有记录。可以换一段时间，或者放宽上面的筛选。"
      />
    </>
  )
}

/** The subject on which all report by half-years. */
const USUAL_SUBJECT = '意识形态'

/** What the list shows as a workbook, and what was studied or done of a subject as official documents. */
function Papers({ organisationId, days, search: { kind, subject } }: BodyRecordsProps) {
  const params = { organisationId }
  const filters = { ...days, kind, subject }
  return (
    <>
      <DownloadButton
        name="履职记录.xlsx"
        fetchFile={() => request(endpoints.exportRecords, { params, query: filters })}
      >
        导出 Excel
      </DownloadButton>
      <DownloadButton name="学习情况.docx" fetchFile={() => request(endpoints.studyReport, { params, query: days })}>
        学习情况（Word）
      </DownloadButton>
      <DownloadButton
        name={`${subject ?? USUAL_SUBJECT}工作情况报告.docx`}
        fetchFile={() =>
          request(endpoints.subjectReport, { params, query: { ...days, subject: subject ?? USUAL_SUBJECT } })
        }
      >
        {subject ?? USUAL_SUBJECT}报告（Word）
      </DownloadButton>
    </>
  )
}

function OwnRecords({ days }: Pick<BodyRecordsProps, 'days'>) {
  const pages = usePages(endpoints.listOwnRecords, { query: days })
  type Own = NonNullable<typeof pages.rows>[number]
  return (
    <List<Own>
      label="我的履职记录"
      {...pages}
      keyOf={({ id }) => id}
      columns={[
        ...columns.slice(0, 3),
        { header: '组织', cell: ({ organisation }) => organisation.name },
        { header: '我', cell: ({ part }) => part },
        ...columns.slice(5, 6),
      ]}
      whenEmpty="这一段没有我的记录。"
    />
  )
}

/** What it comes to: how often, how many hours, how many came; each kind with how often it was done. */
function Figures({ figures }: { readonly figures: RecordFigures }) {
  const { records, unlisted, hours, expected, present, numbers, byKind } = figures
  const share = expected === 0 ? '' : `${((present / expected) * 100).toFixed(1)}%`
  const told: readonly (readonly [string, string | number])[] = [
    ['记录', records],
    ...(hours === 0 ? [] : [['学时', hours] as const]),
    ...(expected === 0
      ? []
      : ([
          ['应到人次', expected],
          ['实到人次', present],
          ['到会率', share],
        ] as const)),
  ]
  return (
    <>
      <dl className="figures">
        {told.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span className="number">{value}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className="quiet">
        {byKind.map(({ kind, records: times }) => `${recordKindNames[kind]} ${times} 次`).join('，')}
        {byKind.reduce((sum, each) => sum + each.records, 0) > records && '（一次兼几种的，各算一次）'}
        {numbersInChinese(numbers) !== '' && `；${numbersInChinese(numbers)}`}
        {unlisted > 0 && `。其中谈心谈话 ${unlisted} 次，内容只有谈话双方看得见，清单里只列出可以看的`}。
      </p>
    </>
  )
}

/** How many of the filters narrow the list, but for the first. */
function activeOf({ part, kind, subject, isMine }: RecordsSearch): number {
  return [part, kind, subject, isMine].filter((one) => one !== undefined).length
}
