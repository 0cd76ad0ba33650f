import type { PaperProblems } from '@duizhao/contract'
import { shortened } from '@duizhao/engine/wording'
import { Select } from 'antd'
import { Fold } from '../../../platform/archetypes/fold.tsx'
import type { Row } from './rows-of-paper.ts'

interface LooseListProps {
  readonly read: PaperProblems
  readonly rows: readonly Row[]
  readonly onChange: (rowId: string, changed: Partial<Omit<Row, 'id'>>) => void
}

const MOST_WORDS = 90

/** Causes and measures that answer none of the problems, as far as one can tell: a person says whose they are. */
export function LooseList({ read: { looseCauses, looseMeasures }, rows, onChange }: LooseListProps) {
  const open = rows.filter(({ same }) => same === null)
  const causes = looseCauses.filter(({ text }) => !rows.some(({ fields }) => fields.cause.includes(text)))
  const measures = looseMeasures.filter(
    ({ fields: { text } }) => !rows.some(({ fields }) => fields.measures.some((each) => each.text === text)),
  )
  if (open.length === 0 || causes.length + measures.length === 0) return null
  const to = (label: string, give: (row: Row) => void) => (
    <Select<string>
      size="small"
      aria-label={label}
      placeholder="加给第几个问题"
      value={null}
      popupMatchSelectWidth={false}
      options={open.map((row) => ({
        value: row.id,
        label: `${rows.indexOf(row) + 1}. ${shortened(row.fields.text.replaceAll('\n', ' '), 24)}`,
      }))}
      onChange={(id) => {
        const row = open.find((each) => each.id === id)
        if (row !== undefined) give(row)
      }}
    />
  )
  return (
    <Fold title={`还没有对上问题的：${causes.length} 条原因，${measures.length} 条措施`}>
      {causes.map(({ begins, text }) => (
        <div key={`cause ${begins}`} className="piece">
          <p>原因：{shortened(text, MOST_WORDS)}</p>
          {to('这条原因加给第几个问题', ({ id, fields }) =>
            onChange(id, { fields: { ...fields, cause: fields.cause === '' ? text : `${fields.cause}\n${text}` } }),
          )}
        </div>
      ))}
      {measures.map(({ begins, fields: measure }) => (
        <div key={`measure ${begins}`} className="piece">
          <p>措施：{shortened(measure.text, MOST_WORDS)}</p>
          {to('这条措施加给第几个问题', ({ id, fields }) =>
            onChange(id, { fields: { ...fields, measures: [...fields.measures, measure] } }),
          )}
        </div>
      ))}
    </Fold>
  )
}
