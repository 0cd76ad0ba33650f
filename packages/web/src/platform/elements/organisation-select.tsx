import { endpoints, type OrganisationKind } from '@duizhao/contract'
import { TreeSelect } from 'antd'
import { useRead } from '../service/api.ts'
import { useOrganisationNodes } from './organisation-nodes.ts'
import './elements.css'

interface OrganisationSelectProps {
  readonly id?: string
  readonly value?: string | undefined
  readonly onChange?: (value: string | undefined) => void
  readonly placeholder?: string
  readonly label?: string
  readonly isPlain?: boolean
  readonly mayBeEmpty?: boolean
  /** Whose children stand at the top. */
  readonly near?: string | undefined
  /** The kinds that may be chosen. */
  readonly kinds?: readonly OrganisationKind[]
}

/** One organisation of those one may see; what is below is read when it is opened. */
export function OrganisationSelect(props: OrganisationSelectProps) {
  const { id, value, onChange, placeholder = '选择组织', label, isPlain = false, mayBeEmpty = false } = props
  const { nodes: known, isRead, open } = useOrganisationNodes({ near: props.near, kinds: props.kinds })
  const isKnown = value === undefined || known.some((node) => node.value === value)
  const { data: chosen } = useRead(
    endpoints.readOrganisation,
    { params: { organisationId: value ?? '' } },
    !isKnown && isRead,
  )
  // Until its name is known, no id is shown in its place.
  const own = chosen ?? { id: value ?? '', name: '正在读取…', children: 0 }
  const nodes = isKnown
    ? known
    : [...known, { id: own.id, pId: null, value: own.id, title: own.name, isLeaf: own.children === 0 }]
  return (
    <TreeSelect<string>
      {...(id === undefined ? {} : { id })}
      {...(value === undefined ? {} : { value })}
      className="grow-select"
      variant={isPlain ? 'filled' : 'outlined'}
      treeDataSimpleMode
      treeData={nodes}
      loadData={({ value: opened }) => open(String(opened))}
      showSearch={{ treeNodeFilterProp: 'title' }}
      allowClear={mayBeEmpty}
      placeholder={placeholder}
      aria-label={label}
      popupMatchSelectWidth={320}
      onChange={(next) => onChange?.(typeof next === 'string' && next !== '' ? next : undefined)}
    />
  )
}
