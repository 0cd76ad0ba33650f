import {
  type BoardBody,
  type BoardCell,
  type DutyHead,
  dutyListNames,
  dutyLists,
  endpoints,
  standingInWords,
} from '@duizhao/contract'
import { useInfiniteQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Empty, Select, Skeleton } from 'antd'
import { type KeyboardEvent, useRef } from 'react'
import { dateInChinese, thisYear } from '../../platform/archetypes/dates.ts'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { FoldedFilters } from '../../platform/archetypes/folded-filters.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { saveFile } from '../../platform/archetypes/save-file.ts'
import { tableAsCsv } from '../../platform/archetypes/table-as-csv.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { request, sentenceOf } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import './duties.css'
import { DutyPages } from './duty-pages.tsx'
import type { DutySearch } from './duty-search.ts'
import { moveInGrid } from './grid-keys.ts'
import { stateIcons } from './state-words.tsx'
import { YearField } from './year-field.tsx'

/** How the bodies below stand: bodies × duties, those that miss most first, each cell one click from its record. */
export function DutyBoardPage() {
  const search: DutySearch = useSearch({ strict: false })
  const session = useSession()
  const navigate = useNavigate()
  const organisationId = search.organisationId ?? grantedOver(session, 'duty.read')[0]?.id
  const year = search.year ?? thisYear()
  const { list, dutyId } = search
  const show = (next: DutySearch): void =>
    void navigate({ to: '/duty-board', search: { organisationId, year, list, dutyId, ...next } })
  const board = useBoard({ organisationId, year, list, dutyId })
  return (
    <Page
      title="下级履职"
      facts="缺得多的在前；落到人的只有人次"
      actions={
        organisationId !== undefined && (
          <>
            <DownloadButton
              name={`${year}年下级履职.xlsx`}
              fetchFile={() =>
                request(endpoints.exportDutyBoard, { params: { organisationId }, query: { year, list, dutyId } })
              }
            >
              导出（Excel）
            </DownloadButton>
            <Button onClick={() => print()}>打印</Button>
          </>
        )
      }
    >
      <DutyPages organisationId={organisationId} year={year} />
      <FoldedFilters active={[list, dutyId].filter((one) => one !== undefined).length}>
        <OrganisationSelect
          isPlain
          label="上级组织"
          value={organisationId}
          onChange={(chosen) => show({ organisationId: chosen, dutyId: undefined })}
        />
        <YearField value={year} onChange={(chosen) => show({ year: chosen })} />
        <Select
          variant="filled"
          aria-label="清单"
          allowClear
          placeholder="全部清单"
          {...(list === undefined ? {} : { value: list })}
          onChange={(chosen: typeof list) => show({ list: chosen, dutyId: undefined })}
          options={dutyLists.map((value) => ({ value, label: dutyListNames[value] }))}
        />
        {dutyId !== undefined && <Button onClick={() => show({ dutyId: undefined })}>看全部事项</Button>}
      </FoldedFilters>
      {board.error !== null && <Alert type="error" role="alert" title={sentenceOf(board.error)} />}
      {board.bodies === undefined && board.error === null && <Skeleton active aria-label="正在读取" />}
      {board.bodies?.length === 0 && (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="下级没有要做的履职事项，或者还没有算到这一年。" />
      )}
      {board.bodies !== undefined && board.bodies.length > 0 && (
        <Board bodies={board.bodies} duties={board.duties} year={year} onDuty={(id) => show({ dutyId: id })} />
      )}
      {board.onMore !== undefined && <Button onClick={board.onMore}>显示更多</Button>}
    </Page>
  )
}

function useBoard({ organisationId, year, list, dutyId }: DutySearch & { readonly year: number }) {
  const query = useInfiniteQuery({
    queryKey: [endpoints.readDutyBoard.action, { organisationId, year, list, dutyId }],
    enabled: organisationId !== undefined,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) =>
      request(endpoints.readDutyBoard, {
        params: { organisationId: organisationId ?? '' },
        query: { year, list, dutyId, after: pageParam },
      }),
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const pages = query.data?.pages
  const duties = new Map(pages?.flatMap((page) => page.duties.map((duty) => [duty.id, duty] as const)))
  const order = (a: DutyHead, b: DutyHead): number => dutyLists.indexOf(a.list) - dutyLists.indexOf(b.list)
  return {
    bodies: pages?.flatMap(({ items }) => items),
    duties: [...duties.values()].toSorted(order),
    error: query.error,
    onMore: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
  }
}

interface BoardProps {
  readonly bodies: readonly BoardBody[]
  readonly duties: readonly DutyHead[]
  readonly year: number
  readonly onDuty: (dutyId: string) => void
}

function Board({ bodies, duties, year, onDuty }: BoardProps) {
  const onKey = (event: KeyboardEvent<HTMLTableElement>): void => {
    if (event.target instanceof HTMLElement && moveInGrid(event.key, event.target)) event.preventDefault()
  }
  const table = useRef<HTMLTableElement>(null)
  const save = (): void => {
    if (table.current) saveFile(tableAsCsv(table.current), `${year}年下级履职.csv`)
  }
  return (
    <>
      <div className="duty-scroll">
        <table ref={table} className="duty-grid duty-board" aria-label="下级履职" onKeyDown={onKey}>
          <thead>
            <tr>
              <th scope="col">组织</th>
              {duties.map(({ id, name }) => (
                <th key={id} scope="col">
                  <Button type="link" size="small" className="duty-name" onClick={() => onDuty(id)}>
                    {name}
                  </Button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {bodies.map((body) => (
              <Row key={body.organisation.id} body={body} duties={duties} year={year} />
            ))}
          </tbody>
        </table>
      </div>
      <p className="list-foot not-printed">
        <Button type="text" size="small" aria-label="导出这张表：下级履职" onClick={save}>
          导出这张表
        </Button>
      </p>
    </>
  )
}

function Row({ body, duties, year }: Omit<BoardProps, 'bodies' | 'onDuty'> & { readonly body: BoardBody }) {
  const { organisation, above, keepsFrom, missing, late, cells } = body
  const search = { organisationId: organisation.id, year }
  const counts = [missing > 0 ? `缺 ${missing}` : '', late > 0 ? `迟 ${late}` : ''].filter((word) => word).join('，')
  const keeping = keepsFrom === null ? '还没有在这里记' : `从 ${dateInChinese(keepsFrom)} 起记`
  return (
    <tr>
      <th scope="row">
        <Link to="/duties" search={search}>
          {organisation.name}
        </Link>
        <span className={missing > 0 ? 'overdue' : 'quiet'}> {counts}</span>
        <span className="quiet">{[above ?? '', keeping].filter((word) => word).join('，')}</span>
      </th>
      {duties.map((duty) => {
        const cell = cells.find(({ dutyId }) => dutyId === duty.id)
        return (
          <td key={duty.id}>
            {cell && (
              <Link
                to="/duties"
                search={search}
                hash={duty.id}
                className={`duty-cell is-${stateOf(cell)}`}
                aria-label={`${organisation.name}，${duty.name}，${standingInWords(cell)}`}
              >
                <span className="month-name">{duty.name}</span>
                <span aria-hidden="true">{stateIcons[stateOf(cell)]}</span> {standingInWords(cell)}
              </Link>
            )}
          </td>
        )
      })}
    </tr>
  )
}

/** The colour of a cell: of what is worst in it. */
function stateOf({ missing, late, met, pending, spared, unknown }: BoardCell) {
  if (missing > 0) return 'missing'
  if (late > 0) return 'late'
  if (pending > 0 && met === 0) return 'pending'
  if (met > 0) return 'met'
  return unknown > 0 || spared === 0 ? 'unknown' : 'waived'
}
