import { endpoints, type OwnDutyYear } from '@duizhao/contract'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Alert, Button, Empty, Skeleton } from 'antd'
import { useState } from 'react'
import { dateInChinese, thisYear } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { sentenceOf, useRead } from '../../platform/service/api.ts'
import { CellDialogue } from './cell-dialogue.tsx'
import './duties.css'
import { DutyPages } from './duty-pages.tsx'
import type { DutySearch } from './duty-search.ts'
import { Legend } from './state-words.tsx'
import { YearField } from './year-field.tsx'
import { type OpenedCell, YearGrid } from './year-grid.tsx'

/** What one owes by one’s posts, how the bodies one holds posts in stand, and one’s part in the life of one’s branch. */
export function OwnDutiesPage() {
  const search: DutySearch = useSearch({ strict: false })
  const navigate = useNavigate()
  const year = search.year ?? thisYear()
  const { data, error } = useRead(endpoints.readOwnDuties, { query: { year } })
  return (
    <Page
      title={`我的${year}年履职`}
      facts="按我的任职推出；开展情况见履职记录"
      actions={<Button onClick={() => print()}>打印</Button>}
    >
      <DutyPages organisationId={search.organisationId} year={year} />
      <div className="filters" role="search" aria-label="年度">
        <YearField
          value={year}
          onChange={(chosen) => void navigate({ to: '/own-duties', search: { ...search, year: chosen } })}
        />
      </div>
      {error && <Alert type="error" role="alert" title={sentenceOf(error)} />}
      {data === undefined && !error && <Skeleton active aria-label="正在读取" />}
      {data !== undefined && <Own year={data} />}
    </Page>
  )
}

function Own({ year }: { readonly year: OwnDutyYear }) {
  const [opened, setOpened] = useState<OpenedCell | null>(null)
  const { lines, bodies, branchLife, records } = year
  if (bodies.length === 0)
    return (
      <Empty
        image={Empty.PRESENTED_IMAGE_SIMPLE}
        description={`${year.year}年没有登记过任职，不知道应当做什么。任职在“组织”里登记。`}
      />
    )
  return (
    <>
      {lines.length === 0 ? (
        <p>没有落到我自己的事项。</p>
      ) : (
        <>
          <Legend />
          <YearGrid
            label={`我的${year.year}年履职`}
            year={year.year}
            lines={lines}
            whoseOf={({ organisation }) => organisation.name}
            onOpen={setOpened}
          />
        </>
      )}
      <h2>我任职的组织</h2>
      <List
        label="我任职的组织"
        rows={bodies}
        keyOf={({ id }) => id}
        whenEmpty="没有"
        columns={[
          {
            header: '组织',
            cell: ({ id, name }) => (
              <Link to="/duties" search={{ organisationId: id, year: year.year }}>
                {name}
              </Link>
            ),
          },
          { header: '职务', cell: ({ post }) => post },
          {
            header: '缺几期',
            cell: ({ missing }) => <span className={missing > 0 ? 'number overdue' : 'number'}>{missing}</span>,
          },
        ]}
      />
      {branchLife.length > 0 && <BranchLife branchLife={branchLife} />}
      {opened !== null && (
        <CellDialogue opened={opened} records={records} mayWaive={false} onClose={() => setOpened(null)} />
      )}
    </>
  )
}

function BranchLife({ branchLife }: Pick<OwnDutyYear, 'branchLife'>) {
  return (
    <>
      <h2>所在支部的组织生活</h2>
      <List
        label="所在支部的组织生活"
        rows={branchLife}
        keyOf={({ branch }) => branch.id}
        whenEmpty="没有"
        columns={[
          { header: '支部', cell: ({ branch }) => branch.name },
          { header: '开展', cell: ({ held }) => <span className="number">{held} 次</span> },
          { header: '参加', cell: ({ attended }) => <span className="number">{attended} 次</span> },
          { header: '没有全程', cell: ({ partial }) => <span className="number">{partial} 次</span> },
          {
            header: '没有参加的',
            cell: ({ absent }) => absent.map(({ name, onDay }) => `${dateInChinese(onDay)}${name}`).join('；'),
          },
        ]}
      />
    </>
  )
}
