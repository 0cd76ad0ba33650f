import type { MeasureFields } from './problem.ts'

/** A measure with all that is written of it, in one line. */
export function measureInWords(measure: MeasureFields): string {
  const { text, responsible, coUnit, dueOn, earlyOn, funding, contingency, doneOn } = measure
  return [
    text,
    responsible,
    coUnit === '' ? '' : `配合：${coUnit}`,
    dueOn === null ? '' : `${dueOn} 前`,
    earlyOn === null ? '' : `提前到 ${earlyOn}`,
    doneOn === null ? '' : `${doneOn} 完成`,
    funding === '' ? '' : `资金：${funding}`,
    contingency === '' ? '' : `预案：${contingency}`,
  ]
    .filter((part) => part !== '')
    .join('，')
}
