import { piecesOf } from './running-text.ts'

/** The two texts and the gap between them. */
export interface Panes {
  readonly left: HTMLElement
  readonly right: HTMLElement
  readonly bands: SVGSVGElement
}

/** Draws a band across the gap for each passage of which something is in sight on both sides. */
export function drawBands({ left, right, bands: svg }: Panes, count: number, active: number): void {
  svg.replaceChildren()
  const box = svg.getBoundingClientRect()
  if (box.width === 0) return
  for (let passage = 0; passage < count; passage += 1) {
    const a = extent(left, passage, box.top)
    const b = extent(right, passage, box.top)
    if (a === null || b === null) continue
    const [middle, width] = [box.width / 2, box.width]
    const band = document.createElementNS('http://www.w3.org/2000/svg', 'path')
    band.setAttribute(
      'd',
      `M0 ${a.top}C${middle} ${a.top} ${middle} ${b.top} ${width} ${b.top}V${b.bottom}C${middle} ${b.bottom} ${middle} ${a.bottom} 0 ${a.bottom}Z`,
    )
    band.setAttribute('class', passage === active ? 'chosen' : passage % 2 === 0 ? 'even' : 'odd')
    svg.append(band)
  }
}

/** Top and bottom of the part of a passage that is in sight, relative to `origin`; null if none is. */
function extent(pane: HTMLElement, passage: number, origin: number): { top: number; bottom: number } | null {
  const pieces = piecesOf(pane, `p${passage}`)
  const [first, last] = [pieces[0], pieces.at(-1)]
  if (first === undefined || last === undefined) return null
  const sight = pane.getBoundingClientRect()
  const top = Math.max(first.getBoundingClientRect().top, sight.top)
  const bottom = Math.min(last.getBoundingClientRect().bottom, sight.bottom)
  return top < bottom ? { top: top - origin, bottom: bottom - origin } : null
}
