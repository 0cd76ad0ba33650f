/** Where the arrows lead from a cell of a table of buttons; anything else is left to the browser. */
const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

/** Moves the focus from one button of a grid to the next in the direction of an arrow; true if the key was one. */
export function moveInGrid(key: string, from: HTMLElement): boolean {
  const step = steps[key]
  const row = from.closest('tr')
  if (step === undefined || row === null) return false
  const [down, right] = step
  const buttons = buttonsOf(row)
  const at = buttons.indexOf(from)
  if (right !== 0) buttons[at + right]?.focus()
  else nearest(rowsFrom(row, down), from)?.focus()
  return true
}

function buttonsOf(row: Element): HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('td button, td a')]
}

/** The next row that has buttons, above or below. */
function rowsFrom(row: HTMLTableRowElement, down: number): HTMLElement[] {
  for (let next = neighbour(row, down); next !== null; next = neighbour(next, down)) {
    const buttons = buttonsOf(next)
    if (buttons.length > 0) return buttons
  }
  return []
}

function neighbour(row: Element, down: number): Element | null {
  return down > 0 ? row.nextElementSibling : row.previousElementSibling
}

/** The one whose left edge is nearest. */
function nearest(buttons: readonly HTMLElement[], from: HTMLElement): HTMLElement | undefined {
  const left = from.getBoundingClientRect().left
  const away = (button: HTMLElement): number => Math.abs(button.getBoundingClientRect().left - left)
  return buttons.toSorted((a, b) => away(a) - away(b))[0]
}
