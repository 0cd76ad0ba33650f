import { oneLine } from '../wording/shorten.ts'
import { rowWords } from './row-words.ts'
import { type AttachedPlace, placeIn, type SheetView } from './sheet-view.ts'

/** The notes and pictures one copy of a sheet has and the other has not, wherever they stand. */
export function attachedBeyond(known: SheetView, copy: SheetView): AttachedPlace[] {
  const left = (known.table.attached ?? []).map(keyOf)
  return (copy.table.attached ?? []).flatMap((each): AttachedPlace[] => {
    const at = left.indexOf(keyOf(each))
    if (at >= 0) {
      left.splice(at, 1)
      return []
    }
    const line = copy.lines.findLast(({ index }) => index <= each.row)
    const named = line?.index === each.row || line?.kind === 'row' ? rowWords(copy, line) : { number: '', about: '' }
    const text = each.kind === 'note' ? oneLine(each.text) : ''
    return [{ kind: each.kind, ...placeIn(copy, each.row, each.column), ...named, text }]
  })
}

function keyOf({ kind, text }: { readonly kind: string; readonly text: string }): string {
  return `${kind}#${text.replace(/\s+/g, '')}`
}
