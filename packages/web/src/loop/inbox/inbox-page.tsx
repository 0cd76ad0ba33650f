import {
  endpoints,
  type Incoming,
  type incomingBoxes,
  type incomingFilters,
  incomingKindFacts,
  incomingMachine,
  matterEndingNames,
} from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { grantedOver, holds, useSession } from '../../platform/service/session.ts'
import { DueDay } from './due-day.tsx'
import { InboxCounts } from './inbox-counts.tsx'
import { ReceiveForm } from './receive-form.tsx'

type Box = (typeof incomingBoxes)[number]
type Only = (typeof incomingFilters)[number]

const boxNames: Readonly<Record<Box, string>> = {
  ours: '本单位办的',
  mine: '我承办的',
  offered: '转来待接收的',
  passed: '转出去的',
}
const onlyNames: Readonly<Record<Only, string>> = { open: '没有办结', overdue: '已超期', ended: '已办结' }

const choices = <Key extends string>(names: Readonly<Record<Key, string>>) =>
  Object.entries<string>(names).map(([value, label]) => ({ value: value as Key, label }))

/** What came in, what is due first. */
export function InboxPage() {
  const session = useSession()
  const [organisationId, setOrganisation] = useState(grantedOver(session, 'inbox.read')[0]?.id ?? '')
  const [box, setBox] = useState<Box>('ours')
  const [only, setOnly] = useState<Only>('open')
  const [isOpen, setOpen] = useState(false)
  const pages = usePages(endpoints.listIncoming, { params: { organisationId }, query: { box, only } })
  return (
    <Page
      title="来件"
      facts="请求、信访、意见、隐患：谁先收到谁负责到底，件件有回音；期限近的在前"
      actions={
        <>
          {holds(session, 'inbox.write') && (
            <Button type="primary" onClick={() => setOpen(true)}>
              登记来件
            </Button>
          )}
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      <div className="filters" role="search" aria-label="筛选">
        <OrganisationSelect
          isPlain
          label="组织"
          value={organisationId}
          onChange={(value) => setOrganisation(value ?? '')}
        />
        <Segmented<Box> aria-label="范围" value={box} onChange={setBox} options={choices(boxNames)} />
        <Segmented<Only> aria-label="办到哪里" value={only} onChange={setOnly} options={choices(onlyNames)} />
      </div>
      <List
        label="来件"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty={`${boxNames[box]}、${onlyNames[only]}的没有。`}
        columns={[
          {
            header: '来件',
            cell: ({ id, text }) => (
              <Link to="/inbox/$incomingId" params={{ incomingId: id }} className="two-lines">
                {text}
              </Link>
            ),
          },
          { header: '种类', cell: ({ kind }) => incomingKindFacts[kind].name },
          { header: '收到', cell: ({ receivedOn }) => dateInChinese(receivedOn) },
          { header: '单位', cell: placeOf },
          { header: '承办人', cell: ({ handler }) => handler?.name ?? '' },
          { header: '状态', cell: stateOf },
          { header: '期限', cell: (incoming) => <DueDay incoming={incoming} /> },
        ]}
      />
      <InboxCounts organisationId={organisationId} />
      {isOpen && <ReceiveForm organisationId={organisationId} onClose={() => setOpen(false)} />}
    </Page>
  )
}

function placeOf({ organisation, offeredTo, passed }: Incoming): string {
  const times = passed === 0 ? '' : `（转办过 ${passed} 次）`
  return offeredTo === null ? `${organisation.name}${times}` : `${organisation.name}，转给${offeredTo.name}`
}

function stateOf({ state, outcome, told }: Incoming): string {
  if (outcome !== null) return matterEndingNames[outcome.ending]
  return told > 1 ? `${incomingMachine.stateNames[state]}，告知了 ${told} 次` : incomingMachine.stateNames[state]
}
