import {
  endpoints,
  type Meeting,
  type MeetingStanding,
  meetingStandingNames,
  meetingStandings,
  type MeetingStep,
  meetingStepNames,
  meetingSteps,
} from '@duizhao/contract'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Empty, Select, Skeleton } from 'antd'
import { FoldedFilters } from '../../platform/archetypes/folded-filters.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { sentenceOf, useRead } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import { cellOf, rowInWords } from './board-cells.ts'
import { MeetingPages } from './meeting-pages.tsx'
import { meetingsSearchOf, type MeetingsSearch } from './meetings-search.ts'

/** Bodies × steps: what is late stands at the top; of people nothing is said. */
export function MeetingBoardPage() {
  const session = useSession()
  const search = meetingsSearchOf(useSearch({ strict: false }))
  const navigate = useNavigate()
  const organisationId = search.organisationId ?? grantedOver(session, 'meeting.read')[0]?.id ?? ''
  const { campaignId, step, standing } = search
  const board = usePages(endpoints.listMeetings, {
    params: { organisationId },
    query: { below: true, campaignId, step, standing },
  })
  const change = (changed: { readonly [K in keyof MeetingsSearch]?: MeetingsSearch[K] | undefined }): void =>
    void navigate({ to: '/meeting-board', search: meetingsSearchOf({ ...search, ...changed }), replace: true })
  return (
    <Page
      title="下级的会议"
      facts="先到期的在前，超期的在最上面；只有环节，没有人"
      actions={<Button onClick={() => print()}>打印</Button>}
    >
      <MeetingPages />
      <Filters search={search} organisationId={organisationId} onChange={change} />
      {board.error !== null && (
        <p className="fault" role="alert">
          {sentenceOf(board.error)}
        </p>
      )}
      {board.rows === undefined && board.error === null && <Skeleton active aria-label="正在读取" />}
      {board.rows?.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="没有会议。在“专题”里发给下级，这里就有。" />
      )}
      {board.rows !== undefined && board.rows.length > 0 && <Board meetings={board.rows} />}
      {board.onMore !== undefined && <Button onClick={board.onMore}>显示更多</Button>}
    </Page>
  )
}

function Board({ meetings }: { readonly meetings: readonly Meeting[] }) {
  return (
    <div className="board-scroll">
      <table className="meeting-board" aria-label="下级的会议">
        <thead>
          <tr>
            <th scope="col">组织</th>
            {meetingSteps.map((step) => (
              <th key={step} scope="col">
                {meetingStepNames[step]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {meetings.map((meeting) => (
            <Row key={meeting.id} meeting={meeting} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Row({ meeting }: { readonly meeting: Meeting }) {
  return (
    <tr>
      <th scope="row">
        <Link to="/meetings/$meetingId" params={{ meetingId: meeting.id }}>
          {meeting.organisation.name}
        </Link>
        <div className="quiet">
          {meeting.name}
          {meeting.isReplaced && '（已责令补课，保留原样）'}
        </div>
        <span className="unseen">{rowInWords(meeting)}</span>
      </th>
      {meetingSteps.map((step) => {
        const { word, tone } = cellOf(meeting, step)
        return (
          <td key={step} className={`is-${tone}`}>
            <span className="step-name">{meetingStepNames[step]} </span>
            {word}
          </td>
        )
      })}
    </tr>
  )
}

interface FiltersProps {
  readonly search: MeetingsSearch
  readonly organisationId: string
  readonly onChange: (changed: { readonly [K in keyof MeetingsSearch]?: MeetingsSearch[K] | undefined }) => void
}

function Filters({ search, organisationId, onChange }: FiltersProps) {
  const { data } = useRead(
    endpoints.listCampaigns,
    { params: { organisationId }, query: { limit: 100 } },
    organisationId !== '',
  )
  const campaigns = (data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <FoldedFilters active={[search.campaignId, search.step, search.standing].filter((one) => one !== undefined).length}>
      <OrganisationSelect
        isPlain
        label="上级组织"
        value={organisationId === '' ? undefined : organisationId}
        onChange={(value) => onChange({ organisationId: value, campaignId: undefined })}
      />
      <Select<string>
        variant="filled"
        allowClear
        aria-label="专题"
        placeholder="全部专题"
        value={search.campaignId ?? null}
        options={campaigns}
        popupMatchSelectWidth={false}
        onChange={(value?: string) => onChange({ campaignId: value })}
      />
      <Select<MeetingStep>
        variant="filled"
        allowClear
        aria-label="下一步"
        placeholder="下一步环节"
        value={search.step ?? null}
        options={meetingSteps.map((value) => ({ value, label: meetingStepNames[value] }))}
        onChange={(value?: MeetingStep) => onChange({ step: value })}
      />
      <Select<MeetingStanding>
        variant="filled"
        aria-label="会议范围"
        value={search.standing ?? 'all'}
        options={meetingStandings.map((value) => ({ value, label: meetingStandingNames[value] }))}
        popupMatchSelectWidth={false}
        onChange={(value) => onChange({ standing: value })}
      />
    </FoldedFilters>
  )
}
