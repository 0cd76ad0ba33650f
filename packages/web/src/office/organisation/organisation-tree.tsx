import { endpoints, type Organisation } from '@duizhao/contract'
import { Tree, type TreeDataNode } from 'antd'
import { useState } from 'react'
import { request } from '../../platform/service/api.ts'

interface OrganisationTreeProps {
  readonly roots: readonly Organisation[]
  readonly shown: string | undefined
  readonly onOpen: (id: string) => void
}

/** Organisations below organisations, read when they are opened. */
export function OrganisationTree({ roots, shown, onOpen }: OrganisationTreeProps) {
  const [below, setBelow] = useState<ReadonlyMap<string, readonly Organisation[]>>(new Map())
  const nodeOf = (organisation: Organisation): TreeDataNode => ({
    key: organisation.id,
    title: organisation.name,
    isLeaf: organisation.children === 0,
    children: (below.get(organisation.id) ?? []).map(nodeOf),
  })
  const load = async (id: string): Promise<void> => {
    const { items } = await request(endpoints.listOrganisationChildren, {
      params: { organisationId: id },
      query: { limit: 200 },
    })
    setBelow((before) => new Map(before).set(id, items))
  }
  return (
    <Tree
      blockNode
      treeData={roots.map(nodeOf)}
      selectedKeys={shown === undefined ? [] : [shown]}
      loadData={({ key }) => load(String(key))}
      onSelect={([key]) => {
        if (key !== undefined) onOpen(String(key))
      }}
    />
  )
}
