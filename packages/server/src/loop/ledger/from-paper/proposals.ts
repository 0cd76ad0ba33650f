import type { PaperProblems, ProposedProblem } from '@duizhao/contract'
import {
  doubtOfCut,
  type Examination,
  examine,
  type Item,
  type Link,
  outline,
  type SourceDocument,
} from '@duizhao/engine'
import { firstOf, oneLine, sourceNamed } from '@duizhao/engine/wording'
import { LONGEST_PASSAGE } from '@duizhao/contract'
import { type Work, work } from '@duizhao/workshop'
import type { UploadedFile } from '../../../platform/context.ts'
import { readDocument } from '../../../platform/read-document.ts'
import { proposedRows } from './proposed-rows.ts'

/** What the engine read in a paper, before anything is known of the ledger. */
export type Proposals = Pick<PaperProblems, 'text' | 'problems' | 'looseCauses' | 'looseMeasures'>

/** The problems a paper states, with their causes and measures; null where no text can be read. */
export const proposalsOfPaper = work(
  'ledger.readProposals',
  async ({ file, today, unit }: { readonly file: UploadedFile; readonly today: string; readonly unit: string }) => {
    const document = await readDocument(file)
    return 'refused' in document ? null : proposalsOf(document, { today, unit })
  },
)

export const proposalWork: readonly Work[] = [proposalsOfPaper]

const LONGEST_ASPECT = 200

/** Below this nobody should take a link between a problem and a cause or measure for granted. */
const SURE = 0.6

function proposalsOf(document: SourceDocument, asked: { readonly today: string; readonly unit: string }): Proposals {
  const read = examine(document, outline(document))
  const isInTable = ({ start, end }: Item): boolean =>
    document.tables.some((table) => table.start <= start && end <= table.end)
  const listed = read.problems.some(isInTable) ? proposedRows(document, asked) : []
  const stated = read.problems.filter((problem) => listed.length === 0 || !isInTable(problem))
  const source = sourceOf(read)
  const problems = stated.map((problem): ProposedProblem => ({
    ...placeOf(document, problem),
    text: wordsAt(document, problem),
    aspect: firstOf(oneLine(read.aspects.find(({ id }) => id === problem.aspect)?.heading ?? ''), LONGEST_ASPECT),
    ...{ source, class: 'dated', dueOn: null, goal: '', lead: '', handler: '' },
    doubt: doubtOfCut(document, problem, isInTable(problem)),
    causes: linkedTo(problem.causes, read.causes).map((each) => causeAt(document, each)),
    measures: linkedTo(problem.measures, read.measures).map((each) => measureAt(document, each)),
  }))
  const linked = new Set(stated.flatMap(({ causes, measures }) => [...causes, ...measures].map(({ id }) => id)))
  const loose = (items: readonly Item[]) =>
    items.flatMap((item) =>
      linked.has(item.id) || (listed.length > 0 && isInTable(item)) ? [] : [{ item, isSure: false }],
    )
  return {
    text: document.text,
    problems: [...problems, ...listed].toSorted((one, other) => one.begins - other.begins),
    looseCauses: loose(read.causes).map((each) => causeAt(document, each)),
    looseMeasures: loose(read.measures).map((each) => measureAt(document, each)),
  }
}

/** By what the paper calls itself (巡察反馈意见, 征求意见汇总), else by its kind: most are for a meeting. */
function sourceOf({ title, kind }: Examination): ProposedProblem['source'] {
  return sourceNamed(title) ?? (kind === 'talk' ? 'talk' : 'meeting')
}

interface Linked {
  readonly item: Item
  readonly isSure: boolean
}

function linkedTo(links: readonly Link[], items: readonly Item[]): Linked[] {
  return links.flatMap(({ id, confidence }) => {
    const item = items.find((each) => each.id === id)
    return item === undefined ? [] : [{ item, isSure: confidence >= SURE }]
  })
}

function causeAt(document: SourceDocument, { item, isSure }: Linked): ProposedProblem['causes'][number] {
  return { ...placeOf(document, item), text: wordsAt(document, item), isSure }
}

function measureAt(document: SourceDocument, { item, isSure }: Linked): ProposedProblem['measures'][number] {
  const fields = {
    ...{ text: wordsAt(document, item), responsible: '', coUnit: '', dueOn: null, earlyOn: null },
    ...{ funding: '', contingency: '', doneOn: null },
  }
  return { ...placeOf(document, item), fields, isSure }
}

/** Where an item stands, never longer than a passage may be. */
function placeOf({ text }: SourceDocument, { start, end }: Item) {
  return { begins: start, ends: start + firstOf(text.slice(start, end), LONGEST_PASSAGE).length }
}

/** Its words, without what of a table or of Markdown stands between the lines. */
function wordsAt(document: SourceDocument, item: Item): string {
  const { begins, ends } = placeOf(document, item)
  return document.text
    .slice(begins, ends)
    .replaceAll(/\s*\n\s*/g, '\n')
    .trim()
}
