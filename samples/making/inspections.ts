/** Makes samples/inspections/ from its sources: the documents of an inspection and the answers about them. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeDocx } from './docx.ts'
import { ledgerBook } from './inspections-ledger.ts'
import { feedbackLines, noticeText, planLines, reportLines, statedTotals, wording } from './inspections-prose.ts'
import { inFull, parseInspection, problemIn, titleOf } from './inspections-source.ts'
import type { Gap, Inspection, Problem, Role } from './inspections-source.ts'
import { writeWorkbook } from './ledgers-workbook.ts'

const fileNames: Readonly<Record<Role, string>> = {
  feedback: '反馈意见.docx',
  plan: '整改方案.docx',
  ledger: '整改台账.xlsx',
  report: '整改进展情况报告.docx',
  notice: '整改情况公开通报.txt',
}

/** Totals planted by the header, and what the answers say of each. */
const plantedTotals = {
  'plan-measures': { stated: 'plan', role: 'plan', what: '方案称细化整改措施的条数与方案列出的条数不符' },
  'report-parts': {
    stated: 'report',
    role: 'report',
    what: '报告中已完成、正在推进、长期坚持的个数相加不等于问题总数',
  },
  'report-rate': { stated: 'rate', role: 'report', what: '报告中的完成率不等于已完成条数除以措施总条数' },
  'notice-problems': { stated: 'notice', role: 'notice', what: '公开通报把整改措施的条数写成了问题的个数' },
} as const

/** Writes every set under `folder` from the `.source` files in it. */
export function makeInspections(folder: string): void {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.source'))) {
    const name = file.replace(/\.source$/, '')
    const inspection = parseInspection(name, readFileSync(join(folder, file), 'utf8'))
    const target = join(folder, name)
    mkdirSync(target, { recursive: true })
    for (const role of rolesOf(inspection)) writeFileSync(join(target, fileNames[role]), bytesOf(inspection, role))
    writeFileSync(join(folder, `${name}.answers.json`), JSON.stringify(answersOf(inspection), null, 1) + '\n')
  }
}

function rolesOf({ header }: Inspection): Role[] {
  return (header.get('documents') ?? '').split(' ') as Role[]
}

function bytesOf(inspection: Inspection, role: Role): Uint8Array {
  if (role === 'ledger') return writeWorkbook(ledgerBook(inspection).book)
  if (role === 'notice') return new TextEncoder().encode(noticeText(inspection))
  const lines = { feedback: feedbackLines, plan: planLines, report: reportLines }[role](inspection)
  return writeDocx(lines, {
    autoNumbering: role === 'feedback',
    trackedChanges: role === 'report',
    labelSuffix: 'nothing',
    textbox: undefined,
    footnote: undefined,
  })
}

function answersOf(inspection: Inspection): object {
  const roles = rolesOf(inspection)
  const { numbers } = ledgerBook(inspection)
  const fedBack = inspection.problems.filter(({ only }) => only === null)
  return {
    set: inspection.name,
    documents: roles.map((role) => ({ file: fileNames[role], role })),
    problems: fedBack.length,
    links: fedBack.map((problem) => linkOf(problem, inspection, numbers.get(problem.index) ?? [])),
    gaps: [
      ...inspection.problems.flatMap((problem) => problem.gaps.map((gap) => gapAnswer(gap, problem))),
      ...totalAnswers(inspection),
    ],
  }
}

function linkOf(problem: Problem, inspection: Inspection, numbers: readonly number[]): object {
  const others = rolesOf(inspection).filter((role) => role !== 'feedback')
  const places = others.map((role) => {
    const seen = problemIn(problem, role)
    if (seen === null) return [role, []] as const
    if (role === 'ledger') return [role, numbers.map(String)] as const
    return [role, [quote(reportHeading(seen, inspection, role))]] as const
  })
  return { feedback: quote(inFull(problem.text)), in: Object.fromEntries(places) }
}

/** Where the report deals with two problems under one heading, that heading. */
function reportHeading(problem: Problem, inspection: Inspection, role: Role): string {
  const next = inspection.problems[problem.index + 1]
  if (role === 'report') return problem.merged ?? next?.merged ?? wording(problem, role)
  return wording(problem, role)
}

/** The first clause, enough to find the place by. */
function quote(words: string): string {
  return words.split('。', 1)[0]?.slice(0, 40) ?? ''
}

function gapAnswer({ type, field, roles, what }: Gap, problem: Problem): object {
  return { type, field, files: roles.map((role) => fileNames[role]), about: titleOf(problem), what }
}

function totalAnswers(inspection: Inspection): object[] {
  const planted = (inspection.header.get('planted') ?? '').split(' ')
  const stated = statedTotals(inspection)
  return Object.entries(plantedTotals)
    .filter(([name]) => planted.includes(name))
    .map(([, { stated: key, role, what }]) => ({
      type: 'total',
      field: null,
      files: [fileNames[role]],
      about: stated[key],
      what,
    }))
}
