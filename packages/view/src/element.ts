type Attribute = string | number | boolean | null | ((event: Event) => void)
type Child = Node | string | number | null

/**
 * A new element. Functions become listeners under their name without "on"; true is an attribute without value; false
 * and null are left out. Words are only ever set as text, never as markup.
 */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, Attribute>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const created = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function') created.addEventListener(name.replace(/^on/, ''), value)
    else if (value === true) created.setAttribute(name, '')
    else if (value !== false && value !== null) created.setAttribute(name, String(value))
  }
  append(created, children)
  return created
}

/** Adds children to an element, leaving out null. */
export function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child !== null) parent.appendChild(typeof child === 'object' ? child : document.createTextNode(String(child)))
  }
}

/** The element with this id; the page's own markup guarantees that it is there. */
export function byId(id: string): HTMLElement {
  const found = document.getElementById(id)
  if (found === null) throw new Error(`#${id} is missing from the page`)
  return found
}
