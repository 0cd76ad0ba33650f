import { endpoints, talkColumns, type TalkMatrix, talksInOrder } from '@duizhao/contract'
import { talkStateNames, talkStates } from '@duizhao/engine/duties'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Skeleton } from 'antd'
import { type ReactNode, useState } from 'react'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { dateInChinese, thisYear } from '../../platform/archetypes/dates.ts'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { FoldedFilters } from '../../platform/archetypes/folded-filters.tsx'
import { List, type ListColumn } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { request, sentenceOf, useRead } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import { Gap } from './talk-gap.tsx'
import { RemindForm } from './remind-form.tsx'

type Line = TalkMatrix['lines'][number]

/** The talks a body owes this year, those that are missing first. */
export function TalksPage() {
  const session = useSession()
  const navigate = useNavigate()
  const { organisationId = grantedOver(session, 'record.read')[0]?.id } = useSearch({ from: '/talks' })
  const goTo = (next: string | undefined): void =>
    void navigate({ to: '/talks', search: { organisationId: next }, replace: true })
  const [freezeOn, setFreezeOn] = useState<string | null>(null)
  const [isOpenOnly, setOpenOnly] = useState(false)
  const year = thisYear()
  const days = { from: `${year}-01-01`, to: `${year}-12-31` }
  const query = { ...days, ...(freezeOn === null ? {} : { freezeOn }) }
  const { data, error } = useRead(
    endpoints.readTalkMatrix,
    { params: { organisationId: organisationId ?? '' }, query },
    organisationId !== undefined,
  )
  const shown = data?.lines.filter(({ state }) => !isOpenOnly || state !== 'held')
  return (
    <Page
      title="谈心谈话"
      facts={`${year}年应谈的，由任职推出；没有谈的排在前面`}
      actions={
        <>
          {organisationId !== undefined && data !== undefined && (
            <Papers body={data.organisation} query={query} canRemind={data.isWhole && data.counts.missing > 0} />
          )}
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      <FoldedFilters active={Number(freezeOn !== null) + Number(isOpenOnly)}>
        <OrganisationSelect isPlain label="组织" value={organisationId} onChange={goTo} />
        <span>
          定稿日期&nbsp;
          <DateField label="材料定稿的日期，以后谈的算迟" value={freezeOn} onChange={setFreezeOn} />
        </span>
        <Checkbox checked={isOpenOnly} onChange={({ target }) => setOpenOnly(target.checked)}>
          只看没有谈的
        </Checkbox>
      </FoldedFilters>
      {error && (
        <p className="fault" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data === undefined && !error && <Skeleton active aria-label="正在读取" />}
      {data !== undefined && (
        <>
          <p>
            {talkStates.map((state) => `${talkStateNames[state]} ${data.counts[state]}`).join('，')}。
            {!data.isWhole && '这里只列出自己的；全部的由本组织的组织者、书记、主要负责人看。'}
          </p>
          <List<Line>
            label="谈心谈话"
            rows={talksInOrder(shown ?? [])}
            keyOf={({ reason, person, withAnyOf, place }) =>
              [reason, person.id, place?.id ?? '', ...withAnyOf.map(({ id }) => id)].join(' ')
            }
            whenEmpty="没有应谈的。班子成员、支委、党员的任职在“组织与人员”里登记。"
            columns={columnsOf(data.organisation.id)}
          />
        </>
      )}
    </Page>
  )
}

/** The columns of the paper, with what can be opened and done here. */
function columnsOf(bodyId: string): ListColumn<Line>[] {
  const cells: Readonly<Record<string, (line: Line) => ReactNode>> = {
    state: (line) => <StateWord {...line} />,
    days: (line) => (line.state === 'missing' ? <Gap line={line} bodyId={bodyId} /> : <Days {...line} />),
  }
  return talkColumns.map(({ id, header, words }) => ({ header, cell: cells[id] ?? words }))
}

interface PapersProps {
  readonly body: TalkMatrix['organisation']
  readonly query: { readonly from: string; readonly to: string; readonly freezeOn?: string }
  readonly canRemind: boolean
}

/** What is on the page as a workbook, what was held as a paper, and a word to those who have not talked. */
function Papers({ body, query, canRemind }: PapersProps) {
  const [isReminding, setReminding] = useState(false)
  const params = { organisationId: body.id }
  const { from, to } = query
  return (
    <>
      {canRemind && <Button onClick={() => setReminding(true)}>提醒没有谈的人</Button>}
      {isReminding && <RemindForm body={body} days={{ from, to }} onClose={() => setReminding(false)} />}
      <DownloadButton
        name={`${body.name}谈心谈话登记表.docx`}
        fetchFile={() => request(endpoints.talkRegister, { params, query: { from, to } })}
      >
        登记表（Word）
      </DownloadButton>
      <DownloadButton
        name={`${body.name}谈心谈话.xlsx`}
        fetchFile={() => request(endpoints.exportTalkMatrix, { params, query })}
      >
        导出（Excel）
      </DownloadButton>
    </>
  )
}

function StateWord({ state }: Pick<Line, 'state'>) {
  return state === 'held' ? talkStateNames[state] : <strong>{talkStateNames[state]}</strong>
}

function Days({ talks }: Pick<Line, 'talks'>) {
  return talks.map(({ recordId, onDay }, at) => (
    <span key={recordId}>
      {at > 0 && '、'}
      <Link to="/records/$recordId" params={{ recordId }}>
        {dateInChinese(onDay)}
      </Link>
    </span>
  ))
}
