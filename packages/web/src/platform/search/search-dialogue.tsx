import { endpoints } from '@duizhao/contract'
import { useNavigate } from '@tanstack/react-router'
import { Input, Modal } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useRead } from '../service/api.ts'
import './search.css'

/** Ctrl-K: everything one may see, by its words. Arrow keys choose, Enter opens. */
export function SearchDialogue({ onClose }: { readonly onClose: () => void }) {
  const navigate = useNavigate()
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState(0)
  const asked = useDeferredValue(text.trim())
  const { data } = useRead(endpoints.findEntries, { query: { text: asked } }, asked !== '')
  const items = asked === '' ? [] : (data?.items ?? [])
  const open = (link: string | undefined): void => {
    if (link === undefined) return
    onClose()
    void navigate({ to: link })
  }
  const move = (event: React.KeyboardEvent): void => {
    if (event.key === 'ArrowDown') setChosen((at) => Math.min(at + 1, items.length - 1))
    else if (event.key === 'ArrowUp') setChosen((at) => Math.max(at - 1, 0))
    else if (event.key === 'Enter') open(items[chosen]?.link)
    else return
    event.preventDefault()
  }
  return (
    <Modal open title="搜索" footer={null} onCancel={onClose} destroyOnHidden>
      <Input
        autoFocus
        value={text}
        onChange={(event) => {
          setText(event.target.value)
          setChosen(0)
        }}
        onKeyDown={move}
        placeholder="问题（或编号）、文稿、记录、组织、人员"
        aria-label="搜索的文字"
      />
      <ul className="found" aria-live="polite" aria-label="搜索结果">
        {items.map(({ id, title, context, link }, at) => (
          <li key={id}>
            <button type="button" className={at === chosen ? 'is-chosen' : ''} onClick={() => open(link)}>
              <strong>{title}</strong> <span className="quiet">{context}</span>
            </button>
          </li>
        ))}
        {asked !== '' && data !== undefined && items.length === 0 && <li className="quiet">没有找到“{asked}”。</li>}
      </ul>
    </Modal>
  )
}
