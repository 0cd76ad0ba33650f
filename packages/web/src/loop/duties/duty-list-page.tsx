import { type DutyListReading, endpoints, type GivenCall } from '@duizhao/contract'
import { Link, useSearch } from '@tanstack/react-router'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { thisYear } from '../../platform/archetypes/dates.ts'
import { ImportPage } from '../../platform/archetypes/import-page.tsx'
import { upload, useChange, useRead } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import './duties.css'
import type { DutySearch } from './duty-search.ts'
import { type ChosenDuty, ListedDuties } from './listed-duties.tsx'

type Body = NonNullable<GivenCall<typeof endpoints.createListedDuties>['body']>

/** Last year’s responsibility list, read and confirmed line by line into duties. */
export function DutyListPage() {
  const search: DutySearch = useSearch({ strict: false })
  const session = useSession()
  const organisationId = search.organisationId ?? grantedOver(session, 'duty.write')[0]?.id ?? ''
  const { data: organisation } = useRead(
    endpoints.readOrganisation,
    { params: { organisationId } },
    organisationId !== '',
  )
  const create = useChange(endpoints.createListedDuties)
  const [chosen, setChosen] = useState<readonly ChosenDuty[]>([])
  const [fromOn, setFromOn] = useState<string | null>(`${thisYear()}-01-01`)
  const taken = chosen.filter(({ isTaken }) => isTaken)
  const unclear = taken.filter(({ duty }) => duty.kinds.length === 0).length
  const read = async (file: File, onShare: (share: number) => void): Promise<DutyListReading> => {
    const reading = await upload(endpoints.readDutyList, { params: { organisationId }, file }, onShare)
    setChosen(reading.proposals.map(({ duty, isThere }) => ({ duty, isTaken: !isThere && duty.kinds.length > 0 })))
    return reading
  }
  const write = ({ fileName }: DutyListReading) => {
    const items: Body['items'] = taken.map(({ duty }) => ({ ...duty, unit: 'times', fromOn: fromOn ?? '' }))
    return create.mutateAsync({ params: { organisationId }, body: { fileName, items } })
  }
  return (
    <ImportPage<DutyListReading, { readonly created: number }>
      title="导入责任清单"
      target={<strong>{organisation?.name}</strong>}
      prompt="把去年的责任清单（Excel、Word）拖到这里，或点一下选择。"
      isReady={organisation !== undefined}
      onRead={read}
      onWrite={write}
      okText="定下选中的"
      summaryOf={({ proposals }) =>
        `读出 ${proposals.length} 条，选中 ${taken.length} 条${unclear === 0 ? '' : `，其中 ${unclear} 条还没有选完成它的履职`}。`
      }
      isAny={() => taken.length > 0 && unclear === 0 && fromOn !== null}
      choicesOf={() => (
        <p>
          开始日期&nbsp;
          <DateField label="开始日期" value={fromOn} onChange={setFromOn} />
          <span className="quiet"> 从这一天起要求；没有选完成它的履职的，选了才能定下。</span>
        </p>
      )}
      rowsOf={({ proposals }) => <ListedDuties proposals={proposals} chosen={chosen} onChange={setChosen} />}
      doneOf={({ created }, onAgain) => (
        <>
          <Alert type="success" role="status" title={`已定下 ${created} 项。做了的由履职记录推出；清单照旧打印。`} />
          <p className="actions">
            <Link to="/duty-catalogue" search={{ organisationId }}>
              看{organisation?.name}的履职事项
            </Link>
            <Button onClick={onAgain}>再导入一份</Button>
          </p>
        </>
      )}
    />
  )
}
