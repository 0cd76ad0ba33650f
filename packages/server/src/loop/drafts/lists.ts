import { draftKindNames, problemClassNames, problemStateNames, standingNames, standingOf } from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'
import type { OfficialBlock, Sheet } from '@duizhao/report'
import { paragraph } from './blocks.ts'
import type { MeetingProblem } from './queries.ts'

interface List {
  readonly name: string
  readonly columns: readonly { readonly header: string; readonly share: number }[]
  /** The rows a problem has on it; none where it does not stand there. */
  readonly rows: (problem: MeetingProblem) => readonly (readonly string[])[]
}

const dayOf = (day: string | null): string => (day === null ? '' : dateInChinese(day))

/** The three lists of a meeting: what is wrong, what is done about it, what came of it. */
const lists = {
  problemList: {
    name: draftKindNames.problemList,
    columns: [
      { header: '序号', share: 9 },
      { header: '方面', share: 20 },
      { header: '存在问题', share: 41 },
      { header: '原因', share: 30 },
    ],
    rows: ({ number, aspect, text, cause }) => [[`${number}`, aspect, text, cause]],
  },
  rectificationList: {
    name: draftKindNames.rectificationList,
    columns: [
      { header: '序号', share: 9 },
      { header: '存在问题', share: 27 },
      { header: '整改措施', share: 30 },
      { header: '责任', share: 14 },
      { header: '时限', share: 20 },
    ],
    rows: ({ number, text, measures, lead, handler, dueOn, class: kind }) => {
      const until = kind === 'dated' ? dayOf(dueOn) : problemClassNames[kind]
      const who = [...new Set([lead, handler])].filter((name) => name !== '').join('、')
      if (measures.length === 0) return [[`${number}`, text, '', who, until]]
      return measures.map((measure) => [
        `${number}`,
        text,
        measure.text,
        measure.responsible === '' ? who : measure.responsible,
        measure.dueOn === null ? until : dayOf(measure.dueOn),
      ])
    },
  },
  resultList: {
    name: draftKindNames.resultList,
    columns: [
      { header: '序号', share: 9 },
      { header: '存在问题', share: 30 },
      { header: '办完的措施', share: 31 },
      { header: '状态', share: 15 },
      { header: '整改实效', share: 15 },
    ],
    rows: (problem) => {
      const standing = standingOf(problem)
      const done = problem.measures.filter(({ doneOn }) => doneOn !== null)
      return [
        [
          `${problem.number}`,
          problem.text,
          done.map(({ text, doneOn }) => `${text}（${dayOf(doneOn)}）`).join('；'),
          standing === null ? problemStateNames[problem.state] : standingNames[standing],
          // What came of it is said by who saw it.
          '',
        ],
      ]
    },
  },
} as const satisfies Readonly<Record<string, List>>

/** One of them as a table of an official document. */
export function listBlocks(list: keyof typeof lists, problems: readonly MeetingProblem[]): OfficialBlock[] {
  const { columns, rows } = lists[list]
  if (problems.length === 0) return [paragraph('查摆的问题还没有进台账。')]
  return [paragraph(`共${problems.length}个问题。`), { kind: 'table', columns, rows: problems.flatMap(rows) }]
}

/** All of them as sheets of a workbook. */
export function listSheets(problems: readonly MeetingProblem[]): Sheet[] {
  return Object.values(lists).map(({ name, columns, rows }) => ({
    name,
    columns: columns.map(({ header, share }) => ({ header, width: share })),
    rows: problems.flatMap(rows),
  }))
}
