import {
  countedIn,
  type CountedRecord,
  type DutyLine,
  type DutyOccurrence,
  frequencyInWords,
  groundInWords,
  occurrenceInWords,
  periodInWords,
} from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { dateInChinese, dayInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'
import { stateIcons } from './state-words.tsx'
import { TakeBackForm, WaiverForm } from './waiver-form.tsx'
import type { OpenedCell } from './year-grid.tsx'

interface CellDialogueProps {
  readonly opened: OpenedCell
  readonly records: readonly CountedRecord[]
  readonly mayWaive: boolean
  readonly onClose: () => void
}

/** What became of the times in one cell: by which records they were met, why they need not be done, what can be done now. */
export function CellDialogue({ opened, records, mayWaive, onClose }: CellDialogueProps) {
  const { line, cell } = opened
  const { duty, person } = line
  const [waiving, setWaiving] = useState<DutyOccurrence | null>(null)
  const [takingBack, setTakingBack] = useState<DutyOccurrence | null>(null)
  const place = { organisationId: line.organisation.id }
  if (waiving !== null) return <WaiverForm line={line} occurrence={waiving} onClose={onClose} />
  if (takingBack?.waiver) return <TakeBackForm waiver={takingBack.waiver} name={duty.name} onClose={onClose} />
  return (
    <Modal open title={person === null ? duty.name : `${duty.name}（${person.name}）`} footer={null} onCancel={onClose}>
      <p className="quiet">
        {frequencyInWords(duty)}。依据：{groundInWords(duty)}
      </p>
      <ul className="duty-occurrences">
        {cell.occurrences.map((one) => (
          <li key={one.period}>
            <p>
              <strong>{periodInWords(one.period)}</strong>{' '}
              <span className={`duty-cell is-${one.state}`}>
                <span aria-hidden="true">{stateIcons[one.state]}</span> {occurrenceInWords(one, countedIn(line))}
              </span>
            </p>
            <p className="quiet">
              {dateInChinese(one.from)}起，最迟 {dayInChinese(one.due)}
            </p>
            <Counted line={line} occurrence={one} records={records} />
            {one.waiver !== null && (
              <p>
                {one.waiver.reason}（{one.waiver.by}）
              </p>
            )}
            <div className="actions">
              <LinkButton
                to="/records"
                search={{ ...place, kind: duty.kinds[0], ...subjectOf(line), write: dayWithin(one, todayInChina()) }}
                size="small"
              >
                去记一笔
              </LinkButton>
              {mayWaive && one.waiver === null && line.people === null && (
                <Button size="small" onClick={() => setWaiving(one)}>
                  不适用或免做
                </Button>
              )}
              {one.waiver?.mayTakeBack === true && (
                <Button size="small" onClick={() => setTakingBack(one)}>
                  收回
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
    </Modal>
  )
}

/** The day one most likely writes down: today, or the nearest day of the time it is owed for. */
function dayWithin({ from, to }: DutyOccurrence, today: string): string {
  if (today < from) return from
  return today > to ? to : today
}

function subjectOf({ duty }: DutyLine): { readonly subject?: string } {
  return duty.subject === '' ? {} : { subject: duty.subject }
}

interface CountedProps {
  readonly line: DutyLine
  readonly occurrence: DutyOccurrence
  readonly records: readonly CountedRecord[]
}

function Counted({ line, occurrence, records }: CountedProps) {
  if (line.people !== null)
    return (
      <p>
        {occurrence.needed} 人中 {occurrence.done} 人已做或免做
      </p>
    )
  const own = records.filter(({ id }) => occurrence.records.includes(id))
  return own.map(({ id, name, onDay, mayOpen }) => (
    <p key={id}>
      <span className="number">{dateInChinese(onDay)}</span>{' '}
      {mayOpen ? (
        <Link to="/records/$recordId" params={{ recordId: id }}>
          {name}
        </Link>
      ) : (
        name
      )}
    </p>
  ))
}
