import { endpoints, type Organisation } from '@duizhao/contract'
import { Alert, Form, Modal, TreeSelect } from 'antd'
import { useState } from 'react'
import { showRefusal } from '../../platform/archetypes/refused-form.ts'
import { request, useChange, useRead } from '../../platform/service/api.ts'

interface MoveFormProps {
  readonly organisation: Organisation
  readonly onClose: () => void
}

interface Node {
  readonly id: string
  readonly pId: string | null
  readonly value: string
  readonly title: string
  readonly isLeaf: boolean
}

/** Puts an organisation, with all that is below it, under another. */
export function MoveForm({ organisation, onClose }: MoveFormProps) {
  const [form] = Form.useForm<{ readonly parentId: string }>()
  const [fault, setFault] = useState('')
  const [below, setBelow] = useState<readonly Node[]>([])
  const { data: roots } = useRead(endpoints.listOrganisationRoots, {})
  const move = useChange(endpoints.moveOrganisation)
  const nodeOf = ({ id, parentId, name, children }: Organisation): Node => ({
    id,
    pId: parentId,
    value: id,
    title: name,
    isLeaf: children === 0,
  })
  const save = async (body: { readonly parentId: string }): Promise<void> => {
    setFault('')
    try {
      await move.mutateAsync({
        params: { organisationId: organisation.id },
        body: { ...body, version: organisation.version },
      })
      onClose()
    } catch (refused) {
      setFault(showRefusal(form, refused))
    }
  }
  return (
    <Modal
      open
      title={`调整隶属关系：${organisation.name}`}
      okText="调整隶属关系"
      onOk={() => form.submit()}
      onCancel={onClose}
      confirmLoading={move.isPending}
    >
      {fault !== '' && <Alert type="error" title={fault} role="alert" />}
      <p>连同下级组织、人员和台账一起移过去，统计随之改算；以前各天的数不变。</p>
      <Form form={form} layout="vertical" onFinish={(body) => void save(body)} requiredMark={false}>
        <Form.Item name="parentId" label="移到哪个组织下面" rules={[{ required: true, message: '请选一个组织' }]}>
          <TreeSelect<string>
            treeDataSimpleMode
            treeData={[...(roots?.items ?? []).map((root) => ({ ...nodeOf(root), pId: null })), ...below]}
            loadData={async ({ value }) => {
              const organisationId = String(value)
              const query = { limit: 200 }
              const { items } = await request(endpoints.listOrganisationChildren, { params: { organisationId }, query })
              setBelow((before) => [...before, ...items.map(nodeOf)])
            }}
          />
        </Form.Item>
      </Form>
    </Modal>
  )
}
