import { shortened } from '@duizhao/engine/wording'
import { endpoints, type Problem } from '@duizhao/contract'
import { Select } from 'antd'
import { useState } from 'react'
import { thisYear } from '../../platform/archetypes/dates.ts'
import { BatchForm } from '../../platform/elements/batch-form.tsx'
import { BatchReport } from '../../platform/elements/batch-report.tsx'
import { useChange } from '../../platform/service/api.ts'
import { linesOf, type PlannedPaste, plannedPaste, undonePaste } from './pasted-cells.ts'
import { blockOf, type PastedAs, pastedAs, pastedAsNames } from './pasted-columns.ts'
import { askedOf, type PeopleSaid, type Sought, soughtIn, soughtKey } from './pasted-people.ts'
import { usePeopleNamed } from './use-people-named.ts'
import { type Sent, writePasted, type Written } from './write-pasted.ts'

/** How much of a cell shows which column it is. */
const LONGEST_SAMPLE = 10

interface Done {
  readonly planned: readonly PlannedPaste[]
  readonly written: readonly Written[]
}

interface PasteFormProps {
  readonly cells: readonly (readonly string[])[]
  readonly listed: readonly Problem[]
  readonly selected: readonly Problem[]
  readonly onClose: () => void
}

/** A block that was copied in Excel, written into the ledger: what each cell changes is seen before, and taken back after. */
export function PasteForm({ cells, listed, selected, onClose }: PasteFormProps) {
  // As they were when it was pasted; what moves meanwhile is told by the version.
  const [targets] = useState({ listed, selected })
  const [block] = useState(() => blockOf(cells))
  const [columns, setColumns] = useState<readonly (PastedAs | null)[]>(block.columns)
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map())
  const change = useChange(endpoints.changeManyProblems)
  const assign = useChange(endpoints.assignManyProblems)
  const [done, setDone] = useState<Done | null>(null)
  const { lines, astray } = linesOf({ rows: block.rows, columns }, targets)
  const sought = soughtIn({ columns }, lines)
  const found = usePeopleNamed(sought)
  const people = { named: (one: Sought) => found.get(soughtKey(one)), chosen }
  const planned = lines.map((line) => plannedPaste(line, { columns, people, year: thisYear() }))
  const sent = planned
    .filter((one) => one.change !== null || one.assignment !== null)
    .map(({ problem, ...one }): Sent => ({ problemId: problem.id, change: one.change, assignment: one.assignment }))
  const write = (all: readonly Sent[]): Promise<Written[]> =>
    writePasted(all, {
      change: async (changes) => (await change.mutateAsync({ body: { changes } })).rows,
      assign: async (assignments) => (await assign.mutateAsync({ body: { assignments } })).rows,
    })
  if (done !== null) {
    const back = done.written.flatMap((written) => {
      const one = done.planned.find(({ problem }) => problem.id === written.row.problemId)
      return (one && undonePaste(one, written)) ?? []
    })
    return (
      <BatchReport
        title="粘贴的结果"
        done="已修改"
        problems={done.planned.map(({ problem }) => problem)}
        rows={done.written.map(({ row }) => row)}
        back={{ count: back.length, put: async () => (await write(back)).map(({ row }) => row) }}
        onClose={onClose}
      />
    )
  }
  return (
    <BatchForm<Record<never, never>>
      title={`粘贴 ${block.rows.length} 行`}
      okText={sent.length === 0 ? '修改' : `修改 ${sent.length} 个问题`}
      hint={`有“编号”一列的，按编号找到问题；没有的，依次对应选中的 ${selected.length} 个。责任领导、责任人写姓名，在问题所在单位和下级的人里找。`}
      rows={planned.map((one) => ({ ...one, isSent: one.change !== null || one.assignment !== null }))}
      whenLeft="不改"
      width={820}
      onSave={async () => setDone({ planned, written: await write(sent) })}
      onClose={onClose}
    >
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
              onChange={(to) => setColumns(columns.with(at, pastedAs.find((field) => field === to) ?? null))}
            />
          </label>
        ))}
      </div>
      <PeopleAsked
        sought={askedOf(sought, people)}
        people={people}
        onChoose={(key, id) => setChosen(new Map([...chosen, [key, id]]))}
      />
      {astray.length > 0 && (
        <ul className="fault" aria-label="没有对应的行">
          {astray.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </BatchForm>
  )
}

interface PeopleAskedProps {
  readonly sought: readonly Sought[]
  readonly people: PeopleSaid
  readonly onChoose: (key: string, id: string) => void
}

/** Of several people of one name, which is meant; asked once for all rows of a unit. */
function PeopleAsked({ sought, people, onChoose }: PeopleAskedProps) {
  if (sought.length === 0) return null
  return (
    <div className="paste-columns" role="group" aria-label="同名的人">
      {sought.map((one) => (
        <label key={soughtKey(one)}>
          {one.unit}有几位“{one.name}”，是哪一位
          <Select<string>
            aria-label={`${one.unit}的“${one.name}”是哪一位`}
            value={people.chosen.get(soughtKey(one)) ?? null}
            placeholder="请选"
            popupMatchSelectWidth={false}
            options={(people.named(one) ?? []).map(({ id, words }) => ({ value: id, label: words }))}
            onChange={(id) => onChoose(soughtKey(one), id)}
          />
        </label>
      ))}
    </div>
  )
}
