import { actionNames, endpoints } from '@duizhao/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Checkbox, Input, Select } from 'antd'
import { useFeatures } from '../feature.ts'
import { useSession } from '../service/session.ts'
import { instantInChinese } from '../archetypes/dates.ts'
import { DateField } from '../archetypes/date-field.tsx'
import { FoldedFilters } from '../archetypes/folded-filters.tsx'
import { List } from '../archetypes/list.tsx'
import { Page } from '../archetypes/page.tsx'
import { usePages } from '../archetypes/pages-of.ts'
import { type AuditSearch, auditSearchOf } from './audit-search.ts'
import { contentOf } from './entry-words.ts'
import { EndOfLog } from './end-of-log.tsx'

type Changed = { readonly [Field in keyof AuditSearch]?: AuditSearch[Field] | undefined }

const actions = Object.entries(actionNames).map(([value, label]) => ({ value, label }))

/** The audit log, for the auditor only: who did what, and whether the chain is whole. */
export function AuditPage() {
  const { isOverWhole } = useSession()
  const filters = auditSearchOf(useSearch({ strict: false }))
  const navigate = useNavigate()
  const names = Object.fromEntries(
    useFeatures().flatMap(({ numberSettings = [] }) => numberSettings.map(([name, label]) => [name, label])),
  )
  const pages = usePages(endpoints.listAuditEntries, { query: filters })
  const set = (change: Changed): void =>
    void navigate({ to: '/audit', search: auditSearchOf({ ...filters, ...change }), replace: true })
  return (
    <Page title="审计日志" facts="每条记录带前一条的摘要，改动或删去任何一条都会被发现">
      {isOverWhole && <EndOfLog />}
      <FoldedFilters active={Object.keys(filters).filter((one) => one !== 'action').length}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="操作"
          aria-label="操作"
          options={actions}
          value={filters.action ?? null}
          style={{ minWidth: 180 }}
          onChange={(action: string | null) => set({ action: action ?? undefined })}
        />
        <Input
          placeholder="账号"
          aria-label="账号"
          defaultValue={filters.login ?? ''}
          style={{ width: 140 }}
          onPressEnter={(event) => set({ login: event.currentTarget.value })}
          onBlur={(event) => set({ login: event.target.value })}
        />
        <DateField
          label="开始日期"
          value={filters.from ?? null}
          onChange={(from) => set({ from: from ?? undefined })}
        />
        <DateField label="截止日期" value={filters.to ?? null} onChange={(to) => set({ to: to ?? undefined })} />
        <Checkbox
          checked={filters.failed === true}
          onChange={({ target }) => set({ failed: target.checked || undefined })}
        >
          只看没有成功的
        </Checkbox>
      </FoldedFilters>
      <List
        label="审计日志"
        {...pages}
        keyOf={({ number }) => String(number)}
        whenEmpty="没有这样的记录。"
        columns={[
          { header: '序号', cell: ({ number }) => <span className="number">{number}</span> },
          { header: '时间', cell: ({ at }) => instantInChinese(at) },
          {
            header: '人员',
            cell: ({ actor, address }) => `${actor === null ? '系统' : `${actor.name}（${actor.login}）`}　${address}`,
          },
          { header: '操作', cell: ({ actionName, succeeded }) => `${actionName}${succeeded ? '' : '（未成功）'}` },
          {
            header: '对象',
            cell: ({ subject, organisation }) =>
              `${subject}${organisation === null || organisation.name === subject ? '' : `，${organisation.name}`}`,
          },
          { header: '内容', cell: ({ detail }) => contentOf({ detail }, names) },
        ]}
      />
    </Page>
  )
}
