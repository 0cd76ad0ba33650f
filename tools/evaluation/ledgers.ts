import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { isUnreadable, lintLedger, mergeLedgers, read } from '@duizhao/engine'
import type { LedgerMerge, SourceDocument } from '@duizhao/engine'
import { type Counted, countText } from './count-text.ts'

interface LintAnswers {
  readonly file: string
  /** `row` as Excel counts them. */
  readonly faults: readonly { readonly rule: string; readonly row: number; readonly what: string }[]
}

interface CopyRow {
  readonly copy: string
  readonly words: string
}

interface MergeAnswers {
  readonly base: string
  readonly copies: readonly string[]
  readonly changes: readonly { readonly copy: string; readonly sheet: string; readonly cell: string }[]
  readonly conflicts: readonly { readonly sheet: string; readonly cell: string }[]
  readonly addedRows: readonly CopyRow[]
  readonly removedRows: readonly CopyRow[]
}

/** How well ledgers are linted and copies merged, for a folder with answers about either; null if it has none. */
export async function evaluateLedgers(folder: string): Promise<string | null> {
  const counted: Counted[] = []
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.answers.json'))) {
    const answers = JSON.parse(readFileSync(join(folder, name), 'utf8')) as Answers
    if (isLint(answers)) counted.push(...(await countLint(folder, answers)))
    if (isMerge(answers)) counted.push(...(await countMerge(join(folder, name.replace('.answers.json', '')), answers)))
  }
  return counted.length === 0 ? null : countText('ledgers', counted)
}

type Answers = Partial<LintAnswers & MergeAnswers>

function isLint(answers: Answers): answers is Answers & LintAnswers {
  return answers.file?.endsWith('.xlsx') === true && answers.faults !== undefined
}

function isMerge(answers: Answers): answers is Answers & MergeAnswers {
  return answers.base !== undefined && answers.copies !== undefined
}

async function countLint(folder: string, { file, faults }: LintAnswers): Promise<Counted[]> {
  const document = await documentAt(join(folder, file))
  if (document === null) return []
  const left = [...faults]
  const found = lintLedger(document).findings.map((finding): Counted => {
    const at = left.findIndex(
      ({ rule, row }) =>
        rule === finding.rule && [finding.place, ...finding.related].some((place) => place.row === row - 1),
    )
    if (at >= 0) left.splice(at, 1)
    return {
      name: finding.rule,
      sort: at >= 0 ? 'right' : 'extra',
      where: `${file} ${finding.place.address ?? ''}`,
      what: finding.message,
    }
  })
  return [
    ...found,
    ...left.map(({ rule, row, what }): Counted => ({ name: rule, sort: 'missed', where: `${file} ${row}`, what })),
  ]
}

async function countMerge(folder: string, answers: MergeAnswers): Promise<Counted[]> {
  const base = await documentAt(join(folder, answers.base))
  const copies = await Promise.all(
    answers.copies.map(async (name) => ({ name, document: await documentAt(join(folder, name)) })),
  )
  if (base === null) return []
  const merge = mergeLedgers(
    base,
    copies.flatMap(({ name, document }) => (document === null ? [] : [{ name, document }])),
  )
  const added = merge.addedRows.flatMap(({ copies: from, about }) => from.map((copy) => ({ copy, words: about })))
  const removed = merge.missingRows.map(({ copy, about }) => ({ copy, words: about }))
  const row = ({ copy, words }: CopyRow): string => `${copy} ${words}`
  return [
    ...compared(
      'merge: changes',
      answers.changes.map(({ copy, sheet, cell: at }) => `${copy} ${sheet} ${at}`),
      proposalsIn(merge),
    ),
    ...compared(
      'merge: conflicts',
      answers.conflicts.map(({ sheet, cell: at }) => `${sheet} ${at}`),
      merge.conflicts.map(({ sheet, address }) => `${sheet} ${address}`),
    ),
    ...compared('merge: added rows', answers.addedRows.map(row), added.map(row)),
    ...compared('merge: missing rows', answers.removedRows.map(row), removed.map(row)),
  ]
}

function proposalsIn({ changes, conflicts, undecided }: LedgerMerge): string[] {
  return [...changes, ...conflicts, ...undecided].flatMap(({ sheet, address, proposals }) =>
    proposals.map(({ copy }) => `${copy} ${sheet} ${address}`),
  )
}

function compared(name: string, wanted: readonly string[], found: readonly string[]): Counted[] {
  const known = new Set(wanted)
  const seen = new Set(found)
  return [
    ...found.map((where): Counted => ({ name, sort: known.has(where) ? 'right' : 'extra', where, what: '' })),
    ...wanted.filter((where) => !seen.has(where)).map((where): Counted => ({ name, sort: 'missed', where, what: '' })),
  ]
}

async function documentAt(path: string): Promise<SourceDocument | null> {
  if (!existsSync(path)) return null
  const document = await read(readFileSync(path), path)
  return isUnreadable(document) ? null : document
}
