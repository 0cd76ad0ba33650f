import { type Problem, problemClassNames, type ProblemSort, problemSourceNames } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dateInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import type { ColumnId } from './column-choice.ts'
import type { InlineField } from './inline-change.ts'
import { Deadline, StateTag } from './state-tag.tsx'

/** A column of the ledger: its words, its share of the width, and what stands in it. */
export interface LedgerColumn {
  readonly name: string
  readonly width: string
  /** What the rows are sorted by when its head is pressed. */
  readonly sort?: ProblemSort
  /** What is changed in its cell. */
  readonly field?: InlineField
  readonly cell: (problem: Problem) => ReactNode
}

const quiet = (words: string): ReactNode => <span className="quiet">{words}</span>

export const ledgerColumns: Readonly<Record<ColumnId, LedgerColumn>> = {
  number: {
    ...{ name: '编号', width: '64px', sort: 'number' },
    cell: ({ number }) => <span className="number">{number}</span>,
  },
  text: {
    ...{ name: '问题', width: 'minmax(220px, 1fr)' },
    cell: ({ id, text, relapseOf }) => (
      <>
        <Link to="/problems/$problemId" params={{ problemId: id }} data-problem={id} title={text}>
          {text}
        </Link>
        {relapseOf !== null && <span className="came-back">（{relapseOf.number} 号销号后反弹）</span>}
      </>
    ),
  },
  source: {
    ...{ name: '来源', width: 'minmax(70px, 110px)', sort: 'source' },
    cell: ({ source }) => problemSourceNames[source],
  },
  aspect: {
    ...{ name: '方面', width: 'minmax(64px, 110px)', sort: 'aspect', field: 'aspect' },
    cell: ({ aspect }) => <span title={aspect}>{aspect}</span>,
  },
  class: { name: '类型', width: '72px', sort: 'class', cell: ({ class: kind }) => problemClassNames[kind] },
  organisation: {
    ...{ name: '单位', width: 'minmax(80px, 120px)', sort: 'organisation' },
    cell: ({ organisation: { name } }) => <span title={name}>{name}</span>,
  },
  lead: {
    ...{ name: '责任领导', width: '92px', sort: 'lead' },
    cell: ({ lead }) => (lead === null ? quiet('未分派') : lead.name),
  },
  handler: {
    ...{ name: '责任人', width: '76px', sort: 'handler' },
    cell: ({ handler }) => handler?.name ?? '',
  },
  due: {
    ...{ name: '完成时限', width: 'minmax(130px, 290px)', sort: 'due', field: 'dueOn' },
    cell: (problem) => <Deadline problem={problem} today={todayInChina()} />,
  },
  registered: {
    ...{ name: '登记日期', width: '112px', sort: 'registered' },
    cell: ({ registeredOn }) => <span className="number">{dateInChinese(registeredOn)}</span>,
  },
  state: {
    ...{ name: '状态', width: 'minmax(96px, 116px)', sort: 'state' },
    cell: ({ state }) => <StateTag state={state} />,
  },
}
