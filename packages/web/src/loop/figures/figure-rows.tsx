import { endpoints, type FigureId, type FigureWithRows } from '@duizhao/contract'
import { type FigureSubject, type FigureTerm, figureTerms } from '@duizhao/engine/wording'
import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { sentenceOf, useRead } from '../../platform/service/api.ts'
import type { Days } from './days-fields.tsx'
import './figures.css'

interface FigureAsked {
  readonly organisationId: string
  readonly figure: FigureId
  readonly days: Days
  readonly subject?: string
  readonly meetingId?: string | null
}

/** A figure in its unit, which opens the rows it is made of. */
export function FigureValue({ value, ...asked }: FigureAsked & { readonly value: number }) {
  const [isOpen, setOpen] = useState(false)
  const { name, unit }: FigureTerm = figureTerms[asked.figure]
  if (value === 0) return <span className="number none">0 {unit}</span>
  return (
    <>
      <Button
        type="link"
        className="number figure-value"
        aria-label={`${name} ${value} ${unit}，看由哪几行算出`}
        onClick={() => setOpen(true)}
      >
        {value} {unit}
      </Button>
      {isOpen && <FigureRows asked={asked} onClose={() => setOpen(false)} />}
    </>
  )
}

function FigureRows({ asked, onClose }: { readonly asked: FigureAsked; readonly onClose: () => void }) {
  const { organisationId, figure, days, subject = '', meetingId = null } = asked
  const { name, unit, of, rows: other, amount }: FigureTerm = figureTerms[figure]
  const { data, error } = useRead(endpoints.readFigure, {
    params: { organisationId, figure },
    query: { ...days, subject, ...(meetingId === null ? {} : { meetingId }) },
  })
  return (
    <Modal open title={`${name}：由哪几行算出`} footer={null} onCancel={onClose}>
      {error && (
        <p className="fault" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      <p className="quiet">
        {figure === 'sweepFound'
          ? `${dateInChinese(days.from)}至${dateInChinese(days.to)}查出，连同下级`
          : of === 'problem'
            ? `按 ${dateInChinese(days.to)} 结束时，连同下级`
            : of === 'feedback'
              ? `按 ${dateInChinese(days.to)} 结束时，最近一次反馈`
              : meetingId === null
                ? `${dateInChinese(days.from)}至${dateInChinese(days.to)}`
                : '归到这次会议的'}
        {subject !== '' && `，${subject}`}
        {data !== undefined && `，共 ${data.value} ${unit}`}
      </p>
      <List
        label={name}
        rows={data?.rows}
        keyOf={({ id }) => id}
        whenEmpty="超过一千行，请到台账里看。"
        columns={[
          { header: '日期', cell: ({ day }) => (day === null ? '' : dateInChinese(day)) },
          { header: '来源', cell: (row) => <RowLink of={other ?? of} row={row} /> },
          ...(amount === undefined ? [] : [{ header: '计入数量', cell: ({ amount: added }: Row) => added }]),
        ]}
      />
    </Modal>
  )
}

type Row = FigureWithRows['rows'][number]

function RowLink({ of, row: { id, label } }: { readonly of: FigureSubject; readonly row: Row }) {
  if (of === 'record')
    return (
      <Link to="/records/$recordId" params={{ recordId: id }}>
        {label}
      </Link>
    )
  if (of === 'problem')
    return (
      <Link to="/problems/$problemId" params={{ problemId: id }}>
        {label}
      </Link>
    )
  if (of === 'feedback') return <>{label}</>
  return (
    <Link to="/papers/$paperId" params={{ paperId: id }}>
      {label}
    </Link>
  )
}
