import { endpoints, type institutionFilters } from '@duizhao/contract'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { dateInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { FoldedFilters } from '../../platform/archetypes/folded-filters.tsx'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { request } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import { changeInChinese, LookState, stateInChinese } from './institution-words.tsx'

type Only = (typeof institutionFilters)[number]

const onlyNames: Readonly<Record<Only, string>> = {
  in_force: '现行有效',
  late: '到期没有检查执行的',
  made: '制定的',
  revised: '修订的',
  repealed: '已废止',
  all: '全部',
}

/** The institutions of a body on a day, the latest in force first. */
export function InstitutionsPage() {
  const session = useSession()
  const navigate = useNavigate()
  const search = useSearch({ strict: false })
  const organisationId = search.organisationId ?? grantedOver(session, 'paper.read')[0]?.id ?? ''
  const [only, setOnly] = useState<Only>('in_force')
  const [on, setOn] = useState<string | null>(todayInChina())
  const [below, setBelow] = useState(false)
  const day = on ?? todayInChina()
  const params = { organisationId }
  const pages = usePages(endpoints.listInstitutions, { params, query: { only, below, on: day } })
  return (
    <Page
      title="制度"
      facts="登记为制度的文稿：施行六个月以后检查是否执行，没有执行到位的再过六个月检查"
      actions={
        organisationId !== '' && (
          <>
            <DownloadButton
              name={`制度汇编目录〔${dateInChinese(day)}〕.docx`}
              fetchFile={() => request(endpoints.institutionCatalogue, { params, query: { below, on: day } })}
            >
              汇编目录（Word）
            </DownloadButton>
            <DownloadButton
              name={`制度〔${dateInChinese(day)}〕.xlsx`}
              fetchFile={() => request(endpoints.exportInstitutions, { params, query: { only, below, on: day } })}
            >
              导出（Excel）
            </DownloadButton>
            <Button onClick={() => print()}>打印</Button>
          </>
        )
      }
    >
      <FoldedFilters active={[only !== 'in_force', day !== todayInChina(), below].filter(Boolean).length}>
        <OrganisationSelect
          isPlain
          label="单位"
          value={organisationId === '' ? undefined : organisationId}
          onChange={(value) =>
            void navigate({
              to: '/institutions',
              search: value === undefined ? {} : { organisationId: value },
              replace: true,
            })
          }
        />
        <Select<Only>
          variant="filled"
          aria-label="状态"
          value={only}
          popupMatchSelectWidth={false}
          options={Object.entries(onlyNames).map(([value, label]) => ({ value: value as Only, label }))}
          onChange={setOnly}
        />
        <DateField label="截至日期" value={on} onChange={setOn} />
        <Checkbox checked={below} onChange={({ target }) => setBelow(target.checked)}>
          连同下级
        </Checkbox>
      </FoldedFilters>
      <List
        label="制度"
        {...pages}
        keyOf={({ paperId }) => paperId}
        whenEmpty={
          only === 'in_force' || only === 'all'
            ? '没有登记过制度。种类是“制度、办法”的文稿审定以后，在文稿页上登记。'
            : `${onlyNames[only]}的没有。`
        }
        columns={[
          {
            header: '名称',
            cell: ({ paperId, title, number }) => (
              <>
                <Link to="/papers/$paperId" params={{ paperId }}>
                  {title}
                </Link>
                {number !== '' && <div className="quiet">{number}</div>}
              </>
            ),
          },
          { header: '制定、修订', cell: changeInChinese },
          { header: '施行日期', cell: ({ effectiveOn }) => dateInChinese(effectiveOn) },
          { header: '单位', cell: ({ organisation }) => organisation.name },
          { header: '状态', cell: stateInChinese },
          { header: '责任人', cell: ({ responsible }) => responsible.name },
          { header: '是否执行', cell: (institution) => <LookState institution={institution} /> },
        ]}
      />
    </Page>
  )
}
