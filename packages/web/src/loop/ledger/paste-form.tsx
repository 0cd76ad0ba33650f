import { shortened } from '@duizhao/engine/wording'
import { type BatchRow, endpoints, type Problem } from '@duizhao/contract'
import { Select } from 'antd'
import { useState } from 'react'
import { thisYear } from '../../platform/archetypes/dates.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { BatchReport } from '../../platform/elements/batch-report.tsx'
import { WillChange } from '../../platform/elements/will-change.tsx'
import { useChange } from '../../platform/service/api.ts'
import { blockOf, type PastedAs, pastedAs, pastedAsNames, plannedPaste, undonePaste } from './pasted-cells.ts'

/** How much of a cell shows which column it is. */
const LONGEST_SAMPLE = 10

interface PasteFormProps {
  readonly cells: readonly (readonly string[])[]
  readonly listed: readonly Problem[]
  readonly selected: readonly Problem[]
  readonly onClose: () => void
}

/** A block that was copied in Excel, written into the ledger: what each cell changes is seen before, and taken back after. */
export function PasteForm({ cells, listed, selected, onClose }: PasteFormProps) {
  // As they were when it was pasted; what moves meanwhile is told by the version.
  const [targets] = useState({ listed, selected, year: thisYear() })
  const [block] = useState(() => blockOf(cells))
  const [columns, setColumns] = useState<readonly (PastedAs | null)[]>(block.columns)
  const change = useChange(endpoints.changeManyProblems)
  const [done, setDone] = useState<readonly BatchRow[] | null>(null)
  const { planned, astray } = plannedPaste({ rows: block.rows, columns }, targets)
  const changes = planned.flatMap((one) => one.change ?? [])
  const problems = planned.map(({ problem }) => problem)
  if (done !== null) {
    const back = done.flatMap(({ problemId, version }) => {
      const one = planned.find(({ problem }) => problem.id === problemId)
      return one === undefined || version === null ? [] : (undonePaste(one, version) ?? [])
    })
    return (
      <BatchReport
        title="粘贴的结果"
        done="已修改"
        problems={problems}
        rows={done}
        back={{ count: back.length, put: async () => (await change.mutateAsync({ body: { changes: back } })).rows }}
        onClose={onClose}
      />
    )
  }
  return (
    <FormDialogue<Record<never, never>>
      title={`粘贴 ${block.rows.length} 行`}
      okText={changes.length === 0 ? '修改' : `修改 ${changes.length} 个问题`}
      draft={null}
      width={820}
      isNothing={changes.length === 0}
      initialValues={{}}
      onSave={async () => setDone((await change.mutateAsync({ body: { changes } })).rows)}
      onClose={onClose}
      // The report is still to be read; it closes the dialogue.
      onSaved={() => undefined}
    >
      <p className="quiet">
        有“编号”一列的，按编号找到问题；没有的，依次对应选中的 {selected.length} 个。责任领导、责任人请用“分派”。
      </p>
      <div className="paste-columns">
        {columns.map((column, at) => (
          <label key={at}>
            第 {at + 1} 列：{shortened(block.rows[0]?.[at] ?? '', LONGEST_SAMPLE)}
            <Select<string>
              aria-label={`第 ${at + 1} 列是`}
              value={column ?? ''}
              options={[
                { value: '', label: '不用' },
                ...pastedAs.map((field) => ({ value: field, label: pastedAsNames[field] })),
              ]}
              onChange={(chosen) => setColumns(columns.with(at, pastedAs.find((field) => field === chosen) ?? null))}
            />
          </label>
        ))}
      </div>
      {astray.length > 0 && (
        <ul className="fault" aria-label="没有对应的行">
          {astray.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      <WillChange rows={planned.map((one) => ({ ...one, isSent: one.change !== null }))} whenLeft="不改" />
    </FormDialogue>
  )
}
