import { endpoints, isChangeable, type Problem, problemStateNames } from '@duizhao/contract'
import { App } from 'antd'
import { useCallback, useState } from 'react'
import { queryClient, useChange } from '../../platform/service/api.ts'
import { holds, useSession } from '../../platform/service/session.ts'
import { newerAfter } from './acts/newer-after.ts'
import {
  assignmentOf,
  type Base,
  bodyOf,
  faultOf,
  type InlineChange,
  type InlineField,
  isPerson,
  isTyped,
  standing,
} from './inline-change.ts'
import { inlineFieldNames } from './inline-names.ts'
import { hasStandingDeadline, STANDING_DEADLINE } from './standing-deadline.ts'

/** A field of a row that is being changed in its cell. */
export interface InlineEdit extends InlineChange {
  /** The problem the change rests on: as read at first, after a conflict as the other left it. */
  readonly base: Base
  readonly fault: string
  /** What someone else was faster to write; then `base` is theirs. */
  readonly hasClashed: boolean
  readonly isBusy: boolean
}

export interface Inline {
  readonly edit: InlineEdit | null
  readonly mayEdit: (problem: Problem, field: InlineField) => boolean
  /** True if the field is open now. */
  readonly open: (problem: Problem, field: InlineField) => boolean
  readonly type: (value: string) => void
  readonly save: () => Promise<void>
  readonly leave: () => void
}

/** The change of one field in the ledger; kept here, not in the row, which leaves the page when it is scrolled away. */
export function useInlineEdit(): Inline {
  const session = useSession()
  const { message } = App.useApp()
  const [edit, setEdit] = useState<InlineEdit | null>(null)
  const change = useChange(endpoints.changeProblem)
  const assign = useChange(endpoints.assignProblem)
  const isWriter = holds(session, 'problem.write')
  const mayEdit = useCallback(
    (problem: Problem, field: InlineField) => isWriter && obstacleTo(problem, field) === '',
    [isWriter],
  )

  const open = (problem: Problem, field: InlineField): boolean => {
    if (!isWriter || areCards()) return false
    if (edit !== null && (edit.isBusy || isTyped(edit))) {
      // What is typed elsewhere is not thrown away.
      focusField()
      return false
    }
    const obstacle = obstacleTo(problem, field)
    if (obstacle !== '') {
      void message.info(obstacle)
      return false
    }
    setEdit({ field, base: problem, value: standing(problem, field), fault: '', hasClashed: false, isBusy: false })
    return true
  }
  const leave = (): void => {
    if (edit === null || edit.isBusy) return
    setEdit(null)
    if (edit.hasClashed) void queryClient.invalidateQueries()
  }
  const save = async (): Promise<void> => {
    if (edit === null || edit.isBusy) return
    const { base, field, value } = edit
    if (!isTyped(edit)) return leave()
    setEdit({ ...edit, fault: '', isBusy: true })
    try {
      const params = { problemId: base.id }
      await (isPerson(field)
        ? assign.mutateAsync({ params, body: assignmentOf({ base, field, value }) })
        : change.mutateAsync({ params, body: bodyOf({ base, field, value }) }))
      setEdit(null)
      void message.success(`问题 ${base.number} 号的${inlineFieldNames[field]}改好了。`)
    } catch (refused) {
      const theirs = await newerAfter(refused, base).catch(() => null)
      setEdit({
        field,
        value,
        base: theirs ?? base,
        fault: faultOf(refused),
        hasClashed: edit.hasClashed || theirs !== null,
        isBusy: false,
      })
      focusField()
    }
  }
  const type = (value: string): void => setEdit((before) => before && { ...before, value })
  return { edit, mayEdit, open, type, save, leave }
}

/** Why a field is not changed in the ledger; empty if it may be. */
function obstacleTo(problem: Problem, field: InlineField): string {
  const { number, state } = problem
  if (!isChangeable(state))
    return `问题 ${number} 号是“${problemStateNames[state]}”，不能在台账里改${inlineFieldNames[field]}。`
  if (field === 'handler' && problem.lead === null) return `问题 ${number} 号还没有责任领导，请先选责任领导。`
  const isDeadline = field === 'dueOn' || field === 'class'
  return isDeadline && hasStandingDeadline(problem) ? `问题 ${number} 号${STANDING_DEADLINE}` : ''
}

/** On a phone the rows are cards, and open the problem. */
const areCards = (): boolean => matchMedia('(max-width: 900px)').matches

const focusField = (): void =>
  document.querySelector<HTMLElement>('.inline-edit input, .inline-edit select, .inline-edit textarea')?.focus()
