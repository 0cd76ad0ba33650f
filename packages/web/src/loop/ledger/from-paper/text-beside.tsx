import type { PaperProblems } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import type { Ref } from 'react'
import type { Row, Segment } from './rows-of-paper.ts'

interface TextBesideProps {
  readonly ref: Ref<HTMLDivElement>
  readonly text: string
  readonly segments: readonly Segment[]
  readonly rows: readonly Row[]
  readonly registered: PaperProblems['registered']
  readonly onOpen: (rowId: string) => void
}

/** The text of the paper; each problem in it carries its number, and what is in the ledger the number there. */
export function TextBeside({ ref, text, segments, rows, registered, onOpen }: TextBesideProps) {
  const numbers = new Map(rows.map(({ id }, at) => [id, at + 1]))
  return (
    <section ref={ref} className="from-paper-text" aria-label="文稿的文字">
      {segments.map(({ begins, ends, rowId, isRegistered }) => {
        const words = text.slice(begins, ends)
        if (isRegistered) {
          const known = registered.find((place) => place.begins === begins)?.problem
          return (
            <mark key={begins} className="is-registered">
              {known !== undefined && (
                <Link to="/problems/$problemId" params={{ problemId: known.id }}>
                  已登记，{known.number} 号
                </Link>
              )}
              {words}
            </mark>
          )
        }
        if (rowId === null) return words
        return (
          <mark
            key={begins}
            data-row={rowId}
            className={rows.find(({ id }) => id === rowId)?.isChosen === true ? 'is-chosen' : ''}
          >
            <button type="button" aria-label={`看第 ${numbers.get(rowId)} 个问题`} onClick={() => onOpen(rowId)}>
              {numbers.get(rowId)}
            </button>
            {words}
          </mark>
        )
      })}
    </section>
  )
}
