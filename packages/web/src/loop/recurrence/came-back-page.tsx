import { endpoints } from '@duizhao/contract'
import { Button, Empty, Select } from 'antd'
import { useState } from 'react'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { Fold } from '../../platform/archetypes/fold.tsx'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { useRead } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import { CameBackRows } from './came-back-rows.tsx'
import { CommonMatters } from './common-matters.tsx'
import type { OfYear } from './of-year.ts'
import { Undecided } from './undecided.tsx'

const YEARS = 10

/** What came back in a year: how much of each unit, which problems, what waits to be decided, what many units have. */
export function CameBackPage() {
  const [first] = grantedOver(useSession(), 'problem.read')
  const thisYear = Number(todayInChina().slice(0, 4))
  const [organisationId, setOrganisation] = useState(first?.id)
  const [year, setYear] = useState(thisYear)
  if (organisationId === undefined)
    return (
      <Page title="老问题">
        <Empty description="没有可以看的台账。请联系安全管理员授权。" />
      </Page>
    )
  const ofYear = { organisationId, year }
  return (
    <Page
      title={`${year}年反复出现的老问题`}
      facts="含下级，不含关于个人的问题；是不是老问题由人认定，没有认定的算新问题"
      actions={<Button onClick={() => print()}>打印</Button>}
    >
      <div className="filters" role="search" aria-label="单位和年份">
        <OrganisationSelect
          isPlain
          label="组织"
          value={organisationId}
          onChange={(id) => setOrganisation(id ?? organisationId)}
        />
        <Select
          aria-label="登记的年份"
          value={year}
          onChange={setYear}
          options={Array.from({ length: YEARS }, (_, ago) => ({ value: thisYear - ago, label: `${thisYear - ago}年` }))}
        />
      </div>
      <Counts {...ofYear} />
      <CameBackRows {...ofYear} />
      <Undecided {...ofYear} />
      <CommonMatters {...ofYear} />
    </Page>
  )
}

function Counts({ organisationId, year }: OfYear) {
  const { data, error } = useRead(endpoints.countCameBack, { params: { organisationId }, query: { year } })
  const gist = data && `登记 ${data.problems} 个，老问题 ${data.ongoing + data.relapsed} 个`
  return (
    <Fold title="各单位" gist={gist}>
      <List
        isOfCounts
        label={`${year}年各单位的老问题`}
        rows={
          data && [...data.byOrganisation, { ...data, id: 'all', name: '合计' }].filter(({ problems }) => problems > 0)
        }
        error={error}
        keyOf={({ id }) => id}
        whenEmpty="这一年没有登记问题。"
        columns={[
          { header: '单位', cell: ({ name }) => name },
          { header: '登记的问题', cell: ({ problems }) => problems },
          { header: '老问题未解决', cell: ({ ongoing }) => ongoing },
          { header: '反弹', cell: ({ relapsed }) => relapsed },
          { header: '新问题', cell: ({ fresh }) => fresh },
        ]}
      />
    </Fold>
  )
}
