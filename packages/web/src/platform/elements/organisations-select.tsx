import { TreeSelect } from 'antd'
import { useOrganisationNodes } from './organisation-nodes.ts'
import './elements.css'

interface OrganisationsSelectProps {
  readonly id?: string
  readonly value?: readonly string[]
  readonly onChange?: (value: readonly string[]) => void
  readonly placeholder?: string
  /** Those chosen already, so that their names are known before the tree is. */
  readonly present?: readonly { readonly id: string; readonly name: string }[]
  /** Whose children stand at the top. */
  readonly near?: string | undefined
}

/** Several organisations of those one may see. */
export function OrganisationsSelect(props: OrganisationsSelectProps) {
  const { id, value = [], onChange, placeholder = '可以选几个', present = [], near } = props
  const { nodes: known, open } = useOrganisationNodes({ near })
  const missing = present.filter((one) => value.includes(one.id) && !known.some((node) => node.id === one.id))
  const nodes = [
    ...missing.map((one) => ({ id: one.id, pId: null, value: one.id, title: one.name, isLeaf: true })),
    ...known,
  ]
  return (
    <TreeSelect<string[]>
      {...(id === undefined ? {} : { id })}
      value={[...value]}
      multiple
      treeDataSimpleMode
      treeData={nodes}
      loadData={({ value: opened }) => open(String(opened))}
      showSearch={{ treeNodeFilterProp: 'title' }}
      allowClear
      placeholder={placeholder}
      popupMatchSelectWidth={320}
      onChange={(next: string[]) => onChange?.(next)}
    />
  )
}
