import { endpoints, type Organisation } from '@duizhao/contract'
import { useQueries } from '@tanstack/react-query'
import { Tree, type TreeDataNode } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { request, useRead } from '../../platform/service/api.ts'

interface OrganisationTreeProps {
  readonly roots: readonly Organisation[]
  readonly shown: string | undefined
  readonly onOpen: (id: string) => void
}

/** Organisations below organisations, open from the top to where one is; what is open is read anew when something changed. */
export function OrganisationTree({ roots, shown, onOpen }: OrganisationTreeProps) {
  const { data: place } = useRead(
    endpoints.readOrganisation,
    { params: { organisationId: shown ?? '' } },
    shown !== undefined,
  )
  const [byHand, setByHand] = useState<ReadonlyMap<string, boolean>>(new Map())
  const way = [...roots, ...(place?.path ?? [])].map(({ id }) => id)
  const open = [...new Set([...way, ...byHand.keys()])].filter((id) => byHand.get(id) ?? true)
  const answers = useQueries({
    queries: open.map((organisationId) => {
      const given = { params: { organisationId }, query: { limit: 200 } }
      return {
        queryKey: [endpoints.listOrganisationChildren.action, given],
        queryFn: () => request(endpoints.listOrganisationChildren, given),
      }
    }),
  })
  const below = new Map(open.map((id, at) => [id, answers[at]?.data?.items ?? []]))
  const nodeOf = (organisation: Organisation): TreeDataNode => ({
    key: organisation.id,
    title: organisation.name,
    isLeaf: organisation.children === 0,
    children: (below.get(organisation.id) ?? []).map(nodeOf),
  })
  const frame = useRef<HTMLDivElement>(null)
  const isRead = answers.every(({ data }) => data !== undefined)
  useEffect(() => {
    const node = frame.current?.querySelector('.ant-tree-treenode-selected')
    if (isRead && node !== undefined && node !== null && frame.current !== null) keepInView(frame.current, node)
  }, [isRead, shown])
  return (
    <div ref={frame} className="tree-frame">
      <Tree
        blockNode
        treeData={roots.map(nodeOf)}
        selectedKeys={shown === undefined ? [] : [shown]}
        expandedKeys={open}
        onExpand={(_, { node, expanded }) => setByHand((before) => new Map(before).set(String(node.key), expanded))}
        onSelect={([key]) => {
          if (key !== undefined) onOpen(String(key))
        }}
      />
    </div>
  )
}

/** Scrolls the frame, and not the page with it. */
function keepInView(frame: HTMLElement, node: Element): void {
  const [outer, inner] = [frame.getBoundingClientRect(), node.getBoundingClientRect()]
  if (inner.bottom > outer.bottom) frame.scrollTop += inner.bottom - outer.bottom
  if (inner.top < outer.top) frame.scrollTop -= outer.top - inner.top
}
