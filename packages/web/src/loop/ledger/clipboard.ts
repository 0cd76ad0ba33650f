import type { Problem } from '@duizhao/contract'
import { useEffect } from 'react'
import { cellsOf, copiedRows, type CopiedColumn } from './copied-rows.ts'
import { isTaken } from './ledger-keys.ts'

interface Clipboard {
  readonly selected: readonly Problem[]
  readonly columns: readonly CopiedColumn[]
  readonly onCopied: (count: number) => void
  /** Nothing where one may not change anything. */
  readonly onPaste: ((cells: readonly (readonly string[])[]) => void) | null
}

/** Copies the selected rows, and takes what was copied in Excel; not while something is typed, asked or marked. */
export function useClipboard({ selected, columns, onCopied, onPaste }: Clipboard): void {
  useEffect(() => {
    const copy = (event: ClipboardEvent): void => {
      const isMarked = getSelection()?.isCollapsed === false
      if (selected.length === 0 || isMarked || isTaken(event.target)) return
      const { text, html } = copiedRows(selected, columns)
      event.clipboardData?.setData('text/plain', text)
      event.clipboardData?.setData('text/html', html)
      event.preventDefault()
      onCopied(selected.length)
    }
    const paste = (event: ClipboardEvent): void => {
      const cells = cellsOf(event.clipboardData?.getData('text/plain') ?? '')
      if (onPaste === null || cells.length === 0 || isTaken(event.target)) return
      event.preventDefault()
      onPaste(cells)
    }
    document.addEventListener('copy', copy)
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('copy', copy)
      document.removeEventListener('paste', paste)
    }
  }, [selected, columns, onCopied, onPaste])
}
