import { isSound, type Soundness } from './evidence.ts'

/** What the conditions of a strike-off are judged by. */
export interface StrikeOffFacts {
  readonly registeredOn: string
  readonly measures: readonly { readonly id: string; readonly doneOn: string | null }[]
  readonly evidence: readonly (Soundness & { readonly measureId: string | null; readonly datedOn: string })[]
  readonly result: string
  /** The day it is asked, `yyyy-mm-dd`. */
  readonly today: string
}

export interface StrikeOffCondition {
  readonly id: 'measures-done' | 'evidence-per-measure' | 'evidence-dates' | 'evidence-whole' | 'result-in-figures'
  readonly name: string
  readonly isMet: boolean
  /** What is missing, empty if nothing. */
  readonly missing: string
}

/** A figure, or the number of a regulation: 〔2026〕3号, 12次, 3.5万元. */
const MEASURABLE = /[〔[（(]\d{4}[〕\])）]\s*\d+\s*号|\d/u

/**
 * The conditions asked of a strike-off in practice (every measure closed, evidence for each, evidence dated between
 * registration and closing and still what was handed in, a result in figures or a regulation with its number). That another person closes it is for
 * the machine, not for these.
 */
export function strikeOffConditions(facts: StrikeOffFacts): StrikeOffCondition[] {
  const { registeredOn, measures, evidence, result, today } = facts
  const open = measures.filter(({ doneOn }) => doneOn === null).length
  const general = evidence.some(({ measureId }) => measureId === null)
  const alone = measures.filter(({ id }) => !evidence.some(({ measureId }) => measureId === id)).length
  const bare = general ? 0 : alone
  const outside = evidence.filter(({ datedOn }) => datedOn < registeredOn || datedOn > today).length
  const unsound = evidence.filter((one) => !isSound(one)).length
  const hasMeasures = measures.length > 0
  return [
    {
      id: 'measures-done',
      name: '每条措施都已完成',
      isMet: hasMeasures && open === 0,
      missing: hasMeasures ? (open === 0 ? '' : `还有 ${open} 条措施没有完成`) : '还没有整改措施',
    },
    {
      id: 'evidence-per-measure',
      // What was handed in for the problem as a whole stands for each of them; whoever approves is told that it does.
      name: `每条措施都有佐证材料${general && alone > 0 ? `（其中 ${alone} 条只有未写明措施的佐证）` : ''}`,
      isMet: evidence.length > 0 && bare === 0,
      missing: evidence.length === 0 ? '没有佐证材料' : bare === 0 ? '' : `有 ${bare} 条措施没有佐证材料`,
    },
    {
      id: 'evidence-dates',
      name: '佐证材料的日期在登记以后、今天以前',
      isMet: outside === 0,
      missing: outside === 0 ? '' : `有 ${outside} 份佐证材料的日期在这以外`,
    },
    {
      id: 'evidence-whole',
      name: '佐证材料完好有效',
      isMet: unsound === 0,
      missing: unsound === 0 ? '' : `有 ${unsound} 份佐证材料的文件损坏或缺失，或者已撤回、作废`,
    },
    {
      id: 'result-in-figures',
      name: '整改成效有数字或制度文号',
      isMet: MEASURABLE.test(result),
      missing: MEASURABLE.test(result) ? '' : '整改成效里没有数字，也没有文号',
    },
  ]
}
