import { endpoints, type Organisation } from '@duizhao/contract'
import { TreeSelect } from 'antd'
import { useState } from 'react'
import { request, useRead } from '../service/api.ts'
import './elements.css'

interface OrganisationSelectProps {
  readonly id?: string
  readonly value?: string | undefined
  readonly onChange?: (value: string | undefined) => void
  readonly placeholder?: string
  readonly label?: string
  readonly isPlain?: boolean
  readonly mayBeEmpty?: boolean
}

interface Node {
  readonly id: string
  readonly pId: string | null
  readonly value: string
  readonly title: string
  readonly isLeaf: boolean
}

function nodeOf({ id, parentId, name, children }: Organisation): Node {
  return { id, pId: parentId, value: id, title: name, isLeaf: children === 0 }
}

/** One organisation of those one may see; what is below is read when it is opened. */
export function OrganisationSelect(props: OrganisationSelectProps) {
  const { id, value, onChange, placeholder = '选择组织', label, isPlain = false, mayBeEmpty = false } = props
  const { data: roots } = useRead(endpoints.listOrganisationRoots, {})
  const [below, setBelow] = useState<readonly Node[]>([])
  const known = [...(roots?.items ?? []).map((root) => ({ ...nodeOf(root), pId: null })), ...below]
  const isKnown = value === undefined || known.some((node) => node.value === value)
  const { data: chosen } = useRead(
    endpoints.readOrganisation,
    { params: { organisationId: value ?? '' } },
    !isKnown && roots !== undefined,
  )
  const nodes = isKnown || chosen === undefined ? known : [...known, { ...nodeOf(chosen), pId: null }]
  const load = async (organisationId: string): Promise<void> => {
    const { items } = await request(endpoints.listOrganisationChildren, {
      params: { organisationId },
      query: { limit: 200 },
    })
    setBelow((before) => {
      const read = new Set(items.map((item) => item.id))
      return [...before.filter((node) => !read.has(node.id)), ...items.map(nodeOf)]
    })
  }
  return (
    <TreeSelect<string>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      className="grow-select"
      variant={isPlain ? 'filled' : 'outlined'}
      treeDataSimpleMode
      treeData={nodes}
      loadData={({ value: opened }) => load(String(opened))}
      showSearch={{ treeNodeFilterProp: 'title' }}
      allowClear={mayBeEmpty}
      placeholder={placeholder}
      aria-label={label}
      popupMatchSelectWidth={320}
      onChange={(next) => onChange?.(typeof next === 'string' && next !== '' ? next : undefined)}
    />
  )
}
