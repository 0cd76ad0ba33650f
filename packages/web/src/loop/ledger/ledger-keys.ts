import { useEffect } from 'react'
import type { InlineField } from './inline-change.ts'

/** The keys of the ledger, for the page that shows them. */
export const ledgerKeys = [
  ['↓ 或 j', '下一行'],
  ['↑ 或 k', '上一行'],
  ['Enter', '打开这一行'],
  ['e 或双击时限', '改这一行的完成时限：Enter 保存，Esc 不改'],
  ['a 或双击方面', '改这一行的方面：Enter 保存，Esc 不改'],
  ['x', '选择这一行，再按一次取消'],
  ['Esc', '取消全部选择'],
  ['?', '显示这些键'],
] as const

interface LedgerKeys {
  readonly onMove: (by: 1 | -1) => void
  readonly onChoose: () => void
  readonly onEdit: (field: InlineField) => void
  readonly onClear: () => void
  readonly onAsk: () => void
}

/** Listens to the keys of the ledger, wherever the page has the focus, but not while something is typed or asked. */
export function useLedgerKeys({ onMove, onChoose, onEdit, onClear, onAsk }: LedgerKeys): void {
  useEffect(() => {
    const act: Readonly<Record<string, () => void>> = {
      j: () => onMove(1),
      k: () => onMove(-1),
      ArrowDown: () => onMove(1),
      ArrowUp: () => onMove(-1),
      e: () => onEdit('dueOn'),
      a: () => onEdit('aspect'),
      x: onChoose,
      Escape: onClear,
      '?': onAsk,
    }
    const press = (event: KeyboardEvent): void => {
      const does = act[event.key]
      if (does === undefined || event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return
      event.preventDefault()
      does()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [onMove, onChoose, onEdit, onClear, onAsk])
}

function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"]') !== null) return true
  if (!(target instanceof HTMLElement)) return false
  const isBox = target instanceof HTMLInputElement && target.type === 'checkbox'
  return !isBox && target.closest('input, textarea, select, [role="combobox"], [role="menu"]') !== null
}
