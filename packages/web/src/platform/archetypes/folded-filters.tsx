import { Button } from 'antd'
import { Children, type ReactNode, useState } from 'react'

interface FoldedFiltersProps {
  readonly label?: string
  /** How many of them narrow what is shown, but for the first. */
  readonly active: number
  readonly children: ReactNode
}

/** What a list is narrowed to, in a line. On a phone the rows come first: but for the first, the filters are asked for. */
export function FoldedFilters({ label = '筛选', active, children }: FoldedFiltersProps) {
  const [isOpen, setOpen] = useState(false)
  const [first, ...rest] = Children.toArray(children)
  return (
    <div className="filters" role="search" aria-label={label}>
      {first}
      <Button className="filters-fold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {isOpen ? '收起筛选' : active === 0 ? '更多筛选' : `更多筛选（已用 ${active} 项）`}
      </Button>
      <div className={isOpen ? 'filters-rest is-open' : 'filters-rest'}>{rest}</div>
    </div>
  )
}
