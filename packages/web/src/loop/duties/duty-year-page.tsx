import { type BodyDutyYear, dutyListNames, dutyLists, endpoints } from '@duizhao/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Dropdown, Empty, Skeleton } from 'antd'
import { useState } from 'react'
import { dateInChinese, thisYear } from '../../platform/archetypes/dates.ts'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { saveFile } from '../../platform/archetypes/save-file.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { request, sentenceOf, useRead } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import { CellDialogue } from './cell-dialogue.tsx'
import './duties.css'
import { DutyPages } from './duty-pages.tsx'
import type { DutySearch } from './duty-search.ts'
import { KeepingForm } from './keeping-form.tsx'
import { Legend } from './state-words.tsx'
import { YearField } from './year-field.tsx'
import { type OpenedCell, YearGrid } from './year-grid.tsx'

/** A body’s year: what it and those who hold posts in it owe, month by month, and what became of it. */
export function DutyYearPage() {
  const search: DutySearch = useSearch({ strict: false })
  const session = useSession()
  const navigate = useNavigate()
  const organisationId = search.organisationId ?? grantedOver(session, 'duty.read')[0]?.id
  const year = search.year ?? thisYear()
  const show = (next: DutySearch): void => void navigate({ to: '/duties', search: { organisationId, year, ...next } })
  const { data, error } = useRead(
    endpoints.readDutyYear,
    { params: { organisationId: organisationId ?? '' }, query: { year } },
    organisationId !== undefined,
  )
  const title = data === undefined ? '履职' : `${data.organisation.name}${data.year}年履职`
  return (
    <Page
      title={title}
      facts={data === undefined ? undefined : `截至 ${dateInChinese(data.today)}`}
      actions={organisationId !== undefined && <Papers organisationId={organisationId} year={year} />}
    >
      <DutyPages organisationId={organisationId} year={year} />
      <div className="filters" role="search" aria-label="年度">
        <OrganisationSelect
          isPlain
          label="组织"
          value={organisationId}
          onChange={(chosen) => show({ organisationId: chosen })}
        />
        <YearField value={year} onChange={(chosen) => show({ year: chosen })} />
      </div>
      {error && <Alert type="error" role="alert" title={sentenceOf(error)} />}
      {data === undefined && !error && <Skeleton active aria-label="正在读取" />}
      {data !== undefined && <Year year={data} />}
    </Page>
  )
}

function Year({ year }: { readonly year: BodyDutyYear }) {
  const [opened, setOpened] = useState<OpenedCell | null>(null)
  const { organisation, lines, records, mayWaive } = year
  if (lines.length === 0)
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={`${year.year}年没有要求${organisation.name}做的事项。可以到“履职事项”采用随软件的，或自己定。`}
      >
        <LinkButton to="/duty-catalogue" search={{ organisationId: organisation.id }}>
          去定履职事项
        </LinkButton>
      </Empty>
    )
  return (
    <>
      <Keeping year={year} />
      <Legend />
      <YearGrid
        label={`${organisation.name}${year.year}年履职`}
        year={year.year}
        lines={lines}
        whoseOf={({ person, people }) => person?.name ?? (people === null ? '' : `${people} 人`)}
        onOpen={setOpened}
      />
      {opened !== null && (
        <CellDialogue opened={opened} records={records} mayWaive={mayWaive} onClose={() => setOpened(null)} />
      )}
    </>
  )
}

/** Since when the body keeps records here; what was owed before is not known. */
function Keeping({ year }: { readonly year: BodyDutyYear }) {
  const [isChanging, setChanging] = useState(false)
  const { organisation, keeping, mayWaive } = year
  return (
    <p className="not-printed">
      {keeping === null
        ? '还没有在这里记过履职记录，各期都不知道做没做。'
        : `从 ${dateInChinese(keeping.fromOn)} 起在这里记，以前的各期不知道做没做。`}
      {mayWaive && (
        <Button type="link" size="small" onClick={() => setChanging(true)}>
          修改开始日期
        </Button>
      )}
      {isChanging && <KeepingForm organisation={organisation} keeping={keeping} onClose={() => setChanging(false)} />}
    </p>
  )
}

/** What can be taken along: the lists to be signed, the year as a workbook, the page on paper. */
function Papers({ organisationId, year }: { readonly organisationId: string; readonly year: number }) {
  const params = { organisationId }
  const items = dutyLists.map((list) => ({ key: list, label: `${dutyListNames[list]}清单（Word）` }))
  const save = async (list: (typeof dutyLists)[number]): Promise<void> => {
    const file = await request(endpoints.dutyListDocument, { params, query: { year, list } })
    saveFile(file, `${year}年${dutyListNames[list]}清单.docx`)
  }
  return (
    <>
      <Dropdown menu={{ items, onClick: ({ key }) => void save(dutyLists.find((list) => list === key) ?? 'main') }}>
        <Button>清单和落实情况</Button>
      </Dropdown>
      <DownloadButton
        name={`${year}年履职情况.xlsx`}
        fetchFile={() => request(endpoints.exportDutyYear, { params, query: { year } })}
      >
        导出（Excel）
      </DownloadButton>
      <Button onClick={() => print()}>打印</Button>
    </>
  )
}
