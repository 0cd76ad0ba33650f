import { useId, useState } from 'react'
import './acts/acts.css'

interface BothTextsProps {
  /** What the texts are about. */
  readonly name: string
  readonly mine: string
  readonly theirs: string
  readonly isMineFirst: boolean
  readonly onChoose: (isMine: boolean) => void
}

/** Two people changed the same thing: what each wrote, side by side, and which is kept. */
export function BothTexts({ name, mine, theirs, isMineFirst, onChoose }: BothTextsProps) {
  const [isMine, setMine] = useState(isMineFirst)
  const group = useId()
  const choose = (next: boolean): void => {
    setMine(next)
    onChoose(next)
  }
  return (
    <div role="radiogroup" aria-label={`${name}：用哪一份`}>
      <strong>{name}：两个人都改了，用哪一份</strong>
      <div className="both">
        {[true, false].map((own) => (
          <label key={String(own)} className={isMine === own ? 'is-chosen' : ''}>
            <input type="radio" name={group} checked={isMine === own} onChange={() => choose(own)} />{' '}
            {own ? '我写的' : '对方写的'}
            <br />
            {(own ? mine : theirs) || '（空）'}
          </label>
        ))}
      </div>
    </div>
  )
}
