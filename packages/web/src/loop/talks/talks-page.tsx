import { endpoints, type TalkMatrix } from '@duizhao/contract'
import { talkReasonNames, talkStateNames, talkStates } from '@duizhao/engine/duties'
import { Link } from '@tanstack/react-router'
import { Button, Checkbox, Skeleton } from 'antd'
import { useState } from 'react'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { dateInChinese, thisYear } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { sentenceOf, useRead } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'

type Line = TalkMatrix['lines'][number]

/** The talks a body owes this year, those that are missing first. */
export function TalksPage() {
  const session = useSession()
  const [organisationId, setOrganisationId] = useState(grantedOver(session, 'record.read')[0]?.id)
  const [freezeOn, setFreezeOn] = useState<string | null>(null)
  const [isOpenOnly, setOpenOnly] = useState(false)
  const year = thisYear()
  const { data, error } = useRead(
    endpoints.readTalkMatrix,
    {
      params: { organisationId: organisationId ?? '' },
      query: { from: `${year}-01-01`, to: `${year}-12-31`, ...(freezeOn === null ? {} : { freezeOn }) },
    },
    organisationId !== undefined,
  )
  const shown = data?.lines.filter(({ state }) => !isOpenOnly || state !== 'held')
  return (
    <Page
      title="谈心谈话"
      facts={`${year}年应谈的，由任职推出；没有谈的排在前面`}
      actions={<Button onClick={() => print()}>打印</Button>}
    >
      <div className="filters" role="search" aria-label="筛选">
        <OrganisationSelect isPlain label="组织" value={organisationId} onChange={setOrganisationId} />
        <span>
          定稿日期&nbsp;
          <DateField label="材料定稿的日期，以后谈的算迟" value={freezeOn} onChange={setFreezeOn} />
        </span>
        <Checkbox checked={isOpenOnly} onChange={({ target }) => setOpenOnly(target.checked)}>
          只看没有谈的
        </Checkbox>
      </div>
      {error && (
        <p className="fault" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data === undefined && !error && <Skeleton active aria-label="正在读取" />}
      {data !== undefined && (
        <>
          <p>
            {talkStates.map((state) => `${talkStateNames[state]} ${data.counts[state]}`).join('，')}。
            {!data.isWhole && '这里只列出自己的；全部的由本组织的组织者、书记、主要负责人看。'}
          </p>
          <List<Line>
            label="谈心谈话"
            rows={shown?.toSorted((one, other) => orderOf(one) - orderOf(other))}
            keyOf={({ reason, person, withAnyOf, place }) =>
              [reason, person.id, place?.id ?? '', ...withAnyOf.map(({ id }) => id)].join(' ')
            }
            whenEmpty="没有应谈的。班子成员、支委、党员的任职在“组织与人员”里登记。"
            columns={[
              { header: '人员', cell: ({ person }) => person.name },
              { header: '和谁', cell: withWhom },
              { header: '种类', cell: ({ reason }) => talkReasonNames[reason] },
              { header: '结果', cell: ({ state }) => <StateWord state={state} /> },
              { header: '日期', cell: ({ talks }) => <Days talks={talks} /> },
            ]}
          />
        </>
      )}
    </Page>
  )
}

/** What asks for something first. */
const ORDER: readonly Line['state'][] = ['missing', 'late', 'unknown', 'held']

function orderOf({ state }: Line): number {
  return ORDER.indexOf(state)
}

function withWhom({ withAnyOf, place }: Line): string {
  const names = withAnyOf.map(({ name }) => name)
  const whom = names.length <= 1 ? names.join('') : `${names.join('、')}中的一人`
  const where = place === null ? '' : place.name
  if (whom === '') return `${where}没有登记可以谈的人`
  return where === '' ? whom : `${whom}（${where}）`
}

function StateWord({ state }: Pick<Line, 'state'>) {
  return state === 'held' ? talkStateNames[state] : <strong>{talkStateNames[state]}</strong>
}

function Days({ talks }: Pick<Line, 'talks'>) {
  return talks.map(({ recordId, onDay }, at) => (
    <span key={recordId}>
      {at > 0 && '、'}
      <Link to="/records/$recordId" params={{ recordId }}>
        {dateInChinese(onDay)}
      </Link>
    </span>
  ))
}
