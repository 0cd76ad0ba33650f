import {
  type DutyDetail,
  dutyListNames,
  endpoints,
  frequencyInWords,
  groundInWords,
  organisationKindNames,
  postRoleNames,
} from '@duizhao/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { useRead } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import './duties.css'
import { DutyForm } from './duty-form.tsx'
import { DutyPages } from './duty-pages.tsx'
import type { DutySearch } from './duty-search.ts'
import { TakeUpForm } from './take-up-form.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

type Dialogue =
  | { readonly kind: 'takeUp' | 'create' }
  | { readonly kind: 'change' | 'withdraw'; readonly duty: DutyDetail }

/** What is owed here and below: what this organisation set and what was set above it, each with its ground. */
export function DutyCataloguePage() {
  const search: DutySearch = useSearch({ strict: false })
  const session = useSession()
  const navigate = useNavigate()
  const [dialogue, setDialogue] = useState<Dialogue | null>(null)
  const [isAll, setAll] = useState(false)
  const organisationId = search.organisationId ?? grantedOver(session, 'duty.read')[0]?.id ?? ''
  const { data, error } = useRead(endpoints.listDuties, { params: { organisationId } }, organisationId !== '')
  const close = (): void => setDialogue(null)
  return (
    <Page
      title="履职事项"
      facts="本组织定的和上级定的：事项、频次、责任主体、依据"
      actions={
        data?.mayWrite === true && (
          <>
            <Button type="primary" onClick={() => setDialogue({ kind: 'takeUp' })}>
              采用随软件的事项
            </Button>
            <Button onClick={() => setDialogue({ kind: 'create' })}>新定一项</Button>
            <LinkButton to="/duty-list-import" search={{ organisationId }}>
              从责任清单导入
            </LinkButton>
          </>
        )
      }
    >
      <DutyPages organisationId={organisationId} year={search.year} />
      <div className="filters" role="search" aria-label="筛选">
        <OrganisationSelect
          isPlain
          label="组织"
          value={organisationId}
          onChange={(chosen) => void navigate({ to: '/duty-catalogue', search: { ...search, organisationId: chosen } })}
        />
        <Checkbox checked={isAll} onChange={({ target }) => setAll(target.checked)}>
          也看不再要求的
        </Checkbox>
      </div>
      <Duties
        rows={data?.items.filter(({ withdrawn }) => isAll || withdrawn === null)}
        error={error}
        onDialogue={setDialogue}
      />
      {dialogue?.kind === 'takeUp' && (
        <TakeUpForm
          organisationId={organisationId}
          taken={(data?.items ?? []).filter(
            ({ organisation, withdrawn }) => organisation.id === organisationId && withdrawn === null,
          )}
          onClose={close}
        />
      )}
      {dialogue?.kind === 'create' && <DutyForm organisationId={organisationId} duty={null} onClose={close} />}
      {dialogue?.kind === 'change' && (
        <DutyForm organisationId={dialogue.duty.organisation.id} duty={dialogue.duty} onClose={close} />
      )}
      {dialogue?.kind === 'withdraw' && <WithdrawForm duty={dialogue.duty} onClose={close} />}
    </Page>
  )
}

interface DutiesProps {
  readonly rows: readonly DutyDetail[] | undefined
  readonly error: unknown
  readonly onDialogue: (dialogue: Dialogue) => void
}

function Duties({ rows, error, onDialogue }: DutiesProps) {
  return (
    <List
      label="履职事项"
      rows={rows}
      error={error}
      keyOf={({ id }) => id}
      whenEmpty="还没有履职事项。可以先采用随软件的，再按本单位的要求改。"
      columns={[
        { header: '清单', cell: ({ list }) => dutyListNames[list] },
        { header: '事项', cell: ({ name, subject }) => (subject === '' ? name : `${name}（${subject}）`) },
        { header: '要求', cell: (duty) => frequencyInWords(duty) },
        { header: '责任主体', cell: owedInWords },
        { header: '依据', cell: (duty) => groundInWords(duty) },
        { header: '制定的组织', cell: ({ organisation }) => organisation.name },
        { header: '起止', cell: daysInWords },
        {
          header: '办理',
          cell: (duty) =>
            duty.mayWrite &&
            duty.withdrawn === null && (
              <span className="between not-printed">
                <Button
                  size="small"
                  aria-label={`修改：${duty.name}`}
                  onClick={() => onDialogue({ kind: 'change', duty })}
                >
                  修改
                </Button>
                <Button
                  size="small"
                  aria-label={`不再要求：${duty.name}`}
                  onClick={() => onDialogue({ kind: 'withdraw', duty })}
                >
                  不再要求
                </Button>
              </span>
            ),
        },
      ]}
    />
  )
}

/** By whom a duty is owed: 党支部, 党组的主要负责人、副职, 本组织. */
function owedInWords({ owedKinds, owedBodyNames, owedRoles, whereRole }: DutyDetail): string {
  const bodies = [...owedKinds.map((kind) => organisationKindNames[kind]), ...owedBodyNames.map(({ name }) => name)]
  const of = bodies.length === 0 ? '本组织' : bodies.join('、')
  if (owedRoles.length > 0) return `${of}的${owedRoles.map((role) => postRoleNames[role]).join('、')}`
  return whereRole === null ? of : `${of}（有${postRoleNames[whereRole]}的）`
}

function daysInWords({ fromOn, toOn, withdrawn }: DutyDetail): string {
  if (withdrawn !== null) return `${dateInChinese(withdrawn.on)}起不再要求：${withdrawn.reason}`
  return toOn === null ? `${dateInChinese(fromOn)}起` : `${dateInChinese(fromOn)}至${dateInChinese(toOn)}`
}
