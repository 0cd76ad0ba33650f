import type { AnswerForm, Given } from './ask.ts'
import { choice, element, labelled } from './element.ts'

const MOST = 10

/** The fields of the opinions one writes. */
export interface OpinionFields {
  readonly shown: HTMLElement
  /** What was written; what was left empty is not among it. */
  given(): Given[]
}

/** Fields for as many opinions as one likes, up to ten. */
export function opinionFields({ aspects, about }: AnswerForm): OpinionFields {
  const readers: (() => Given)[] = []
  const list = element('div')
  const more = element('button', { type: 'button', class: 'plain' }, '再写一条')
  const add = (): HTMLTextAreaElement => {
    const aspect = choice(
      '不分方面',
      aspects.map((name) => [name, name]),
    )
    const person = choice(
      '领导班子',
      about.map(({ id, name }) => [id, name]),
    )
    const text = element('textarea', { rows: '4', maxlength: '500' })
    const fields = element('fieldset', {}, element('legend', {}, `第 ${readers.length + 1} 条`))
    if (about.length > 0) fields.append(labelled('意见对象', person))
    if (aspects.length > 0) fields.append(labelled('方面', aspect))
    fields.append(labelled('意见', text))
    list.append(fields)
    readers.push(() => ({
      aspect: aspect.value,
      aboutId: person.value === '' ? null : person.value,
      text: text.value.trim(),
    }))
    more.hidden = readers.length >= MOST
    return text
  }
  add()
  more.addEventListener('click', () => add().focus())
  return {
    shown: element('div', {}, list, more),
    given: () => readers.map((read) => read()).filter(({ text }) => text !== ''),
  }
}
