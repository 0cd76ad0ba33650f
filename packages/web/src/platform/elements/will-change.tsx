import { List } from '../archetypes/list.tsx'
import './will-change.css'

/** One of the problems something is done with at once. */
export interface BatchSubject {
  readonly id: string
  readonly number: number
  readonly text: string
}

/** What will become of one problem of a batch. */
export interface WillChangeRow {
  readonly problem: BatchSubject
  /** True if it is among what is sent. */
  readonly isSent: boolean
  /** What will change, each in words. */
  readonly words: readonly string[]
  /** Why it is left out, or what of it stays; empty if there is nothing to say. */
  readonly remark: string
}

interface WillChangeProps {
  readonly rows: readonly WillChangeRow[]
  /** What is said of one that is left out, before the reason. */
  readonly whenLeft: string
}

/** What will change of each problem, seen before it is done. */
export function WillChange({ rows, whenLeft }: WillChangeProps) {
  const sent = rows.filter(({ isSent }) => isSent).length
  const left = rows.length - sent
  return (
    <section aria-label="将会改变" aria-live="polite" className="will-change">
      <h3>
        将会改变 {sent} 个{sent > 0 && left > 0 && `，另外 ${left} 个不变，原因见表`}
      </h3>
      <List
        label="将会改变"
        rows={rows}
        keyOf={({ problem }) => problem.id}
        whenEmpty=""
        columns={[
          { header: '编号', cell: ({ problem }) => <span className="number">{problem.number}</span> },
          {
            header: '问题',
            cell: ({ problem }) => (
              <span className="two-lines" title={problem.text}>
                {problem.text}
              </span>
            ),
          },
          { header: '改变', cell: (row) => <Change row={row} whenLeft={whenLeft} /> },
        ]}
      />
    </section>
  )
}

function Change({ row, whenLeft }: { readonly row: WillChangeRow; readonly whenLeft: string }) {
  const { isSent, words, remark } = row
  return (
    <>
      {isSent && words.map((word) => <div key={word}>{word}</div>)}
      {!isSent && remark === '' && <span className="quiet">不变</span>}
      {remark !== '' && <div className="quiet">{isSent ? remark : `${whenLeft}：${remark}`}</div>}
    </>
  )
}
