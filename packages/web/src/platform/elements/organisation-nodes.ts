import { endpoints, type Organisation, type OrganisationKind } from '@duizhao/contract'
import { useState } from 'react'
import { request, useRead } from '../service/api.ts'

interface Node {
  readonly id: string
  readonly pId: string | null
  readonly value: string
  readonly title: string
  readonly isLeaf: boolean
  readonly disabled?: boolean
}

interface Wanted {
  /** Whose children stand at the top, to be chosen without opening the tree. */
  readonly near?: string | undefined
  /** The kinds that may be chosen; all if none is named. */
  readonly kinds?: readonly OrganisationKind[] | undefined
}

/** The tree of organisations one may see, as far as it has been opened: its nodes, and what opens one. */
export function useOrganisationNodes({ near, kinds }: Wanted = {}) {
  const { data: roots } = useRead(endpoints.listOrganisationRoots, {})
  const { data: beside } = useRead(
    endpoints.listOrganisationChildren,
    { params: { organisationId: near ?? '' }, query: { limit: 200 } },
    near !== undefined,
  )
  const [below, setBelow] = useState<readonly Node[]>([])
  const nodeOf = ({ id, parentId, name, kind, children }: Organisation): Node => {
    const node = { id, pId: parentId, value: id, title: name, isLeaf: children === 0 }
    return kinds === undefined || kinds.includes(kind) ? node : { ...node, disabled: true }
  }
  const opened = new Set(below.map(({ id }) => id))
  const top = [...(beside?.items ?? []), ...(roots?.items ?? [])].map((each) => ({ ...nodeOf(each), pId: null }))
  const open = async (organisationId: string): Promise<void> => {
    const { items } = await request(endpoints.listOrganisationChildren, {
      params: { organisationId },
      query: { limit: 200 },
    })
    setBelow((before) => {
      const read = new Set(items.map((item) => item.id))
      return [...before.filter((node) => !read.has(node.id)), ...items.map(nodeOf)]
    })
  }
  return { nodes: [...top.filter(({ id }) => !opened.has(id)), ...below], isRead: roots !== undefined, open }
}
