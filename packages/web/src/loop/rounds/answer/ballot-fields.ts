import type { AnswerForm, Choice } from './ask.ts'
import { element } from './element.ts'

/** The lines of a ballot. */
export interface BallotFields {
  readonly shown: HTMLElement
  /** What was chosen; a line that was left empty is not among it. */
  given(): Choice[]
  /** How many lines there are. */
  readonly lines: number
}

/** A ballot: for the team or each person one of the grades, or none. */
export function ballotFields({ kind, about, grades }: AnswerForm): BallotFields {
  const subjects = [...(kind === 'assessment' ? [{ id: null, name: '领导班子' }] : []), ...about]
  const lines = subjects.map(({ id, name }, at) => {
    const buttons = grades.map(
      (grade) => [grade.id, element('input', { type: 'radio', name: `line-${at}`, value: grade.id })] as const,
    )
    const shown = element(
      'fieldset',
      { class: 'ballot-line' },
      element('legend', {}, name),
      ...buttons.map(([, button], index) => element('label', {}, button, grades[index]?.name ?? '')),
    )
    const chosen = (): Choice[] => buttons.flatMap(([grade, { checked }]) => (checked ? [{ aboutId: id, grade }] : []))
    return { shown, chosen }
  })
  return {
    shown: element('div', {}, ...lines.map(({ shown }) => shown)),
    given: () => lines.flatMap(({ chosen }) => chosen()),
    lines: lines.length,
  }
}
