import {
  type Problem,
  problemClassNames,
  type ProblemSort,
  problemSourceNames,
  problemStateNames,
  unitNumberWords,
} from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { dateInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import type { ColumnId } from './column-choice.ts'
import { ledgerSearchOf } from './ledger-filters.ts'
import { listedIn } from './problem-search.ts'
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
  /** The same as words, for a cell of Excel. */
  readonly words: (problem: Problem) => string
}

const quiet = (words: string): ReactNode => <span className="quiet">{words}</span>

export const ledgerColumns: Readonly<Record<ColumnId, LedgerColumn>> = {
  number: {
    ...{ name: '编号', width: 'minmax(40px, 52px)', sort: 'number' },
    cell: ({ number }) => <span className="number">{number}</span>,
    words: ({ number }) => String(number),
  },
  unitNumber: {
    ...{ name: '单位内编号', width: 'minmax(40px, 76px)' },
    cell: (problem) => <span title={unitNumberWords(problem)}>{unitNumberWords(problem)}</span>,
    words: unitNumberWords,
  },
  text: {
    ...{ name: '问题', width: 'minmax(17%, 1fr)', field: 'text' },
    cell: ({ id, text, relapseOf }) => (
      <>
        <Link
          to="/problems/$problemId"
          params={{ problemId: id }}
          search={(before: Readonly<Record<string, unknown>>) => listedIn(ledgerSearchOf(before))}
          data-problem={id}
          title={text}
        >
          {text}
        </Link>
        {relapseOf !== null && <span className="came-back">（{relapseOf.number} 号销号后反弹）</span>}
      </>
    ),
    words: ({ text }) => text,
  },
  source: {
    ...{ name: '来源', width: 'minmax(70px, 110px)', sort: 'source', field: 'source' },
    cell: ({ source }) => problemSourceNames[source],
    words: ({ source }) => problemSourceNames[source],
  },
  aspect: {
    ...{ name: '方面', width: 'minmax(44px, 84px)', sort: 'aspect', field: 'aspect' },
    cell: ({ aspect }) => <span title={aspect}>{aspect}</span>,
    words: ({ aspect }) => aspect,
  },
  class: {
    ...{ name: '类型', width: 'minmax(60px, 72px)', sort: 'class', field: 'class' },
    cell: ({ class: kind }) => problemClassNames[kind],
    words: ({ class: kind }) => problemClassNames[kind],
  },
  organisation: {
    ...{ name: '单位', width: 'minmax(52px, 104px)', sort: 'organisation' },
    cell: ({ organisation: { name } }) => <span title={name}>{name}</span>,
    words: ({ organisation: { name } }) => name,
  },
  lead: {
    ...{ name: '责任领导', width: 'minmax(48px, 76px)', sort: 'lead', field: 'lead' },
    cell: ({ lead }) => (lead === null ? quiet('未分派') : lead.name),
    words: ({ lead }) => lead?.name ?? '',
  },
  handler: {
    ...{ name: '责任人', width: 'minmax(44px, 72px)', sort: 'handler', field: 'handler' },
    cell: ({ handler }) => handler?.name ?? '',
    words: ({ handler }) => handler?.name ?? '',
  },
  due: {
    ...{ name: '完成时限', width: 'minmax(19.5%, 304px)', sort: 'due', field: 'dueOn' },
    cell: (problem) => <Deadline problem={problem} today={todayInChina()} />,
    words: ({ dueOn }) => (dueOn === null ? '' : dateInChinese(dueOn)),
  },
  registered: {
    ...{ name: '登记日期', width: '112px', sort: 'registered' },
    cell: ({ registeredOn }) => <span className="number">{dateInChinese(registeredOn)}</span>,
    words: ({ registeredOn }) => dateInChinese(registeredOn),
  },
  state: {
    ...{ name: '状态', width: 'minmax(70px, 104px)', sort: 'state' },
    cell: ({ state }) => <StateTag state={state} />,
    words: ({ state }) => problemStateNames[state],
  },
}
