type Child = Node | string
type Attributes = Readonly<Record<string, string>>

/** An element with its attributes and what stands in it; text is always text. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.append(...children)
  return made
}

/** A field under its name; a click on the name leads into it. */
export function labelled(name: string, field: HTMLElement): HTMLLabelElement {
  return element('label', {}, element('span', {}, name), field)
}

/** A choice; the first of nothing. */
export function choice(
  nothing: string,
  options: readonly (readonly [value: string, name: string])[],
): HTMLSelectElement {
  return element(
    'select',
    {},
    element('option', { value: '' }, nothing),
    ...options.map(([value, name]) => element('option', { value }, name)),
  )
}

/** A button that does something that takes a moment, once at a time; `fault` is told what went wrong. */
export function action(name: string, work: () => Promise<void>, fault: (words: string) => void): HTMLButtonElement {
  const button = element('button', { type: 'button' }, name)
  button.addEventListener('click', () => {
    button.disabled = true
    fault('')
    work()
      .catch((error: unknown) => fault(error instanceof Error ? error.message : String(error)))
      .finally(() => {
        button.disabled = false
      })
  })
  return button
}
