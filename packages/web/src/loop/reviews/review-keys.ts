import { useEffect, useRef } from 'react'

/** What each key does, as it is told; the keys of the result page, and those that decide. */
export const KEYS = [
  ['j', '下一条意见'],
  ['k', '上一条意见'],
  ['a', '采纳，并到下一条没有处理的'],
  ['d', '不采纳，写明理由'],
  ['u', '收回对这一条的处理'],
  ['m', '对选中的文字（没有选中的，对这一条所指的文字）提意见'],
  ['?', '显示这张表'],
] as const

type Command = () => void

/** Lets keys work while nothing is being typed and no dialogue is open. */
export function useKeys(commands: Readonly<Record<string, Command>>): void {
  const now = useRef(commands)
  useEffect(() => {
    now.current = commands
  })
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const command = now.current[event.key]
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select') !== null
      if (command === undefined || isTyping || event.ctrlKey || event.metaKey || event.altKey) return
      if (document.querySelector('[role="dialog"]') !== null) return
      event.preventDefault()
      command()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [])
}
