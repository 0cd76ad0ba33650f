import { cutDoubtNames, problemClassNames } from '@duizhao/contract'
import { shortened } from '@duizhao/engine/wording'
import { Button, Checkbox } from 'antd'
import { useEffect, useRef } from 'react'
import { dateInChinese } from '../../../platform/archetypes/dates.ts'
import { ProblemSelect } from './problem-select.tsx'
import { RowForm } from './row-form.tsx'
import type { Row } from './rows-of-paper.ts'

interface RowCardProps {
  readonly row: Row
  readonly at: number
  readonly organisationId: string
  readonly isOpen: boolean
  readonly onToggle: () => void
  readonly onChange: (changed: Partial<Omit<Row, 'id'>>) => void
  readonly onSplit: () => void
  readonly onMerge?: () => void
}

const MOST_WORDS = 90

/** One problem that was read: chosen or not, its facts in a line, opened to be written out. */
export function RowCard({ row, at, organisationId, isOpen, onToggle, onChange, onSplit, onMerge }: RowCardProps) {
  const card = useRef<HTMLElement>(null)
  const { fields, doubt, unsure, same, isChosen } = row
  useEffect(() => {
    if (isOpen) card.current?.scrollIntoView({ block: 'nearest' })
  }, [isOpen])
  return (
    <section ref={card} className={isOpen ? 'piece is-open' : 'piece'} aria-label={`第 ${at + 1} 个问题`}>
      <p>
        <Checkbox
          checked={isChosen}
          aria-label={`登记第 ${at + 1} 个问题`}
          onChange={({ target }) => onChange({ isChosen: target.checked })}
        >
          <strong>{at + 1}.</strong> {shortened(fields.text.replaceAll('\n', ' '), MOST_WORDS)}
        </Checkbox>
      </p>
      {doubt !== null && <p className="from-paper-doubt">请核对：{cutDoubtNames[doubt]}。</p>}
      {unsure > 0 && same === null && (
        <p className="from-paper-doubt">请核对：有 {unsure} 条原因、措施不一定是说这个问题的。</p>
      )}
      <p className="quiet">
        {same === null ? factsOf(row) : `并入 ${same.number} 号：只给它加上这一处出处，内容、措施不变`}
      </p>
      <div className="actions">
        <Button
          size="small"
          aria-expanded={isOpen}
          aria-label={`${isOpen ? '收起' : '核对、补全'}第 ${at + 1} 个问题`}
          onClick={onToggle}
        >
          {isOpen ? '收起' : '核对、补全'}
        </Button>
        {onMerge !== undefined && (
          <Button size="small" aria-label={`第 ${at + 1} 个和上一个合成一个`} onClick={onMerge}>
            和上一个合成一个
          </Button>
        )}
        <Button size="small" aria-label={`第 ${at + 1} 个拆成两个`} onClick={onSplit}>
          拆成两个
        </Button>
      </div>
      {isOpen && (
        <>
          <label className="from-paper-same">
            <span>台账里已经有这个问题的，并入</span>
            <ProblemSelect
              organisationId={organisationId}
              value={same}
              onChange={(known) => onChange({ same: known, ...(known === null ? {} : { isChosen: true }) })}
            />
          </label>
          {same === null && (
            <RowForm
              key={`${row.id} ${row.places.length}`}
              row={row}
              organisationId={organisationId}
              onChange={(changed) => onChange({ fields: changed })}
            />
          )}
        </>
      )}
    </section>
  )
}

function factsOf({ fields, places }: Row): string {
  const { aspect, class: kind, dueOn, measures, leadId } = fields
  const due = dueOn === null ? (kind === 'sustained' ? '' : '还没有时限') : dateInChinese(dueOn)
  const parts = [
    aspect,
    problemClassNames[kind],
    due,
    leadId === null ? '还没有责任领导' : '有责任领导',
    `${measures.length} 条措施`,
    places.length > 1 ? `${places.length} 处出处` : '',
  ]
  return parts.filter((part) => part !== '').join('，')
}
