import {
  endpoints,
  type Paper,
  type PaperKind,
  paperKindNames,
  type PaperState,
  paperStateNames,
  paperStates,
} from '@duizhao/contract'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox, Select } from 'antd'
import { useState } from 'react'
import { instantInChinese } from '../../platform/archetypes/dates.ts'
import { FoldedFilters } from '../../platform/archetypes/folded-filters.tsx'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { grantedOver, holds, useSession } from '../../platform/service/session.ts'
import { HandInForm } from './hand-in-form.tsx'
import { paperKindOptions, PaperStateTag } from './paper-words.tsx'
import { papersSearchOf, type PapersSearch } from './papers-search.ts'

const stateOptions = paperStates.map((value) => ({ value, label: paperStateNames[value] }))

/** The papers of an organisation that one may see, the latest first. */
export function PapersPage() {
  const session = useSession()
  const search = papersSearchOf(useSearch({ strict: false }))
  const navigate = useNavigate()
  const [isOpen, setOpen] = useState(false)
  const organisationId = search.organisationId ?? grantedOver(session, 'paper.read')[0]?.id ?? ''
  const { kind, state, mine, below } = search
  const pages = usePages(endpoints.listPapers, {
    params: { organisationId },
    query: { kind, state, mine: mine === true, below: below === true },
  })
  const change = (changed: Changed): void =>
    void navigate({ to: '/papers', search: papersSearchOf({ ...search, ...changed }), replace: true })
  return (
    <Page
      title="文稿"
      facts="材料、方案、报告、制度等，每份可有多个版本；没有送审的只有起草的人看得见"
      actions={
        <>
          {holds(session, 'paper.write') && (
            <>
              <Button type="primary" onClick={() => setOpen(true)}>
                提交文稿
              </Button>
              <LinkButton to="/paper-batch" search={organisationId === '' ? {} : { organisationId }}>
                批量提交
              </LinkButton>
            </>
          )}
          <LinkButton to="/institutions" search={organisationId === '' ? {} : { organisationId }}>
            制度
          </LinkButton>
        </>
      }
    >
      <Filters search={search} organisationId={organisationId} onChange={change} />
      <List
        label="文稿"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty="没有文稿。把写好的 Word 提交，就会读出标题、种类和里面的问题。"
        columns={[
          {
            header: '标题',
            cell: ({ id, title, number }) => (
              <>
                <Link to="/papers/$paperId" params={{ paperId: id }}>
                  {title}
                </Link>
                {number !== '' && <div className="quiet">{number}</div>}
              </>
            ),
          },
          { header: '种类', cell: ({ kind: one }) => paperKindNames[one] },
          { header: '单位', cell: ({ organisation }) => organisation.name },
          { header: '起草', cell: ({ author }) => author.name },
          { header: '状态', cell: (paper) => <Step paper={paper} /> },
          { header: '最近变动', cell: ({ changedAt }) => instantInChinese(changedAt) },
        ]}
      />
      {isOpen && <HandInForm organisationId={organisationId} onClose={() => setOpen(false)} />}
    </Page>
  )
}

function Step({ paper: { state, versions } }: { readonly paper: Paper }) {
  return (
    <>
      <PaperStateTag state={state} />
      <div className="quiet">第 {versions} 版</div>
    </>
  )
}

type Changed = { readonly [K in keyof PapersSearch]?: PapersSearch[K] | undefined }

interface FiltersProps {
  readonly search: PapersSearch
  readonly organisationId: string
  readonly onChange: (changed: Changed) => void
}

function Filters({ search, organisationId, onChange }: FiltersProps) {
  return (
    <FoldedFilters
      active={[search.kind, search.state, search.mine, search.below].filter((one) => one !== undefined).length}
    >
      <OrganisationSelect
        isPlain
        label="单位"
        value={organisationId === '' ? undefined : organisationId}
        onChange={(value) => onChange({ organisationId: value })}
      />
      <Select<PaperKind>
        variant="filled"
        allowClear
        placeholder="全部种类"
        aria-label="种类"
        value={search.kind ?? null}
        options={paperKindOptions}
        popupMatchSelectWidth={false}
        onChange={(value?: PaperKind) => onChange({ kind: value })}
      />
      <Select<PaperState>
        variant="filled"
        allowClear
        placeholder="状态"
        aria-label="状态"
        value={search.state ?? null}
        options={stateOptions}
        popupMatchSelectWidth={false}
        onChange={(value?: PaperState) => onChange({ state: value })}
      />
      <Checkbox
        checked={search.mine === true}
        onChange={({ target }) => onChange({ mine: target.checked ? true : undefined })}
      >
        我起草的
      </Checkbox>
      <Checkbox
        checked={search.below === true}
        onChange={({ target }) => onChange({ below: target.checked ? true : undefined })}
      >
        连同下级
      </Checkbox>
    </FoldedFilters>
  )
}
