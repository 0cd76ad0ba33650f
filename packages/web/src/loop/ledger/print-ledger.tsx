import { endpoints } from '@duizhao/contract'
import { App, Button } from 'antd'
import { useEffect, useState } from 'react'
import { dateInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { sentenceOf, useRead } from '../../platform/service/api.ts'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import type { LedgerSearch } from './ledger-filters.ts'

/** More than that is no paper anybody reads. */
const MOST_PRINTED = 2_000

interface PrintAllProps {
  /** How many rows are filtered; undefined until it is known. */
  readonly count: number | undefined
  /** How many stand on the page. */
  readonly shown: number
  readonly readAll: () => Promise<number>
}

/** Prints all that is filtered, not only what has been read. */
export function PrintAll({ count, shown, readAll }: PrintAllProps) {
  const { message } = App.useApp()
  const [isReading, setReading] = useState(false)
  // So many rows have to be in the page before it is printed; null while nothing is to be.
  const [wanted, setWanted] = useState<number | null>(null)
  useEffect(() => {
    if (wanted === null || shown < wanted) return
    setWanted(null)
    print()
  }, [shown, wanted])
  const printAll = async (): Promise<void> => {
    if ((count ?? 0) > MOST_PRINTED) {
      void message.info(`有 ${count} 个问题，一次最多打印 ${MOST_PRINTED} 个。请缩小筛选，或导出 Excel。`)
      return
    }
    setReading(true)
    try {
      setWanted(await readAll())
    } catch (error) {
      void message.error(sentenceOf(error))
    }
    setReading(false)
  }
  return (
    <Button type="link" size="small" className="desk-only" loading={isReading} onClick={() => void printAll()}>
      打印全部
    </Button>
  )
}

interface PrintHeadProps {
  readonly search: LedgerSearch
  /** How many rows there are. */
  readonly words: string
}

/** Above a printed ledger: whose it is, of which day, and how many rows it has. */
export function PrintHead({ search: { organisationId }, words }: PrintHeadProps) {
  const session = useSession()
  const params = { organisationId: organisationId ?? '' }
  const { data } = useRead(endpoints.readOrganisation, { params }, organisationId !== undefined)
  const names = organisationId === undefined ? grantedOver(session, 'problem.read').map(({ name }) => name) : []
  const unit = data?.name ?? names.join('、')
  return (
    <p className="print-only">
      单位：{unit}　截至{dateInChinese(todayInChina())}　{words}
    </p>
  )
}
