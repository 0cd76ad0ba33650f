import { useEffect } from 'react'
import type { InlineField } from './inline-change.ts'

/** The keys of the ledger, for the page that shows them. */
export const ledgerKeys = [
  ['↓ 或 j', '下一行'],
  ['↑ 或 k', '上一行'],
  ['Enter', '打开这一行'],
  ['e 或双击时限', '改这一行的完成时限：Enter 保存，Esc 不改'],
  ['a 或双击方面', '改这一行的方面：Enter 保存，Esc 不改'],
  ['s 或双击来源', '改这一行的来源'],
  ['l 或双击类型', '改这一行的类型'],
  ['w', '改这一行的问题：Enter 保存，Shift+Enter 换行，Esc 不改'],
  ['d 或双击责任领导', '改这一行的责任领导'],
  ['r 或双击责任人', '改这一行的责任人'],
  ['x', '选择这一行，再按一次取消'],
  ['Ctrl+C', '复制选中的行，可以粘贴到 Excel'],
  ['Ctrl+V', '粘贴 Excel 里复制的几行，先看会改什么再改'],
  ['Esc', '取消全部选择'],
  ['?', '显示这些键'],
] as const

/** The keys of the page of a problem that was opened from the ledger. */
export const problemKeys = [
  ['j', '台账里的下一个'],
  ['k', '台账里的上一个'],
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
      s: () => onEdit('source'),
      l: () => onEdit('class'),
      w: () => onEdit('text'),
      d: () => onEdit('lead'),
      r: () => onEdit('handler'),
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

/** True while a key is somebody else’s: of a field, a menu, a dialogue. */
export function isTaken(target: EventTarget | null): boolean {
  if (document.querySelector('[role="dialog"]') !== null) return true
  if (!(target instanceof HTMLElement)) return false
  const isBox = target instanceof HTMLInputElement && target.type === 'checkbox'
  return !isBox && target.closest('input, textarea, select, [role="combobox"], [role="menu"]') !== null
}
