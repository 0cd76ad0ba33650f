import { endpoints, LARGEST_SAMPLE } from '@duizhao/contract'
import { Link, useNavigate } from '@tanstack/react-router'
import { Alert, Button, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { sentenceOf, useChange } from '../../platform/service/api.ts'

/** Draws closed problems to look back at, by lot, and goes to what was drawn. */
export function SampleButton({ organisationId }: { readonly organisationId: string }) {
  const [isOpen, setOpen] = useState(false)
  const [size, setSize] = useState(5)
  const draw = useChange(endpoints.drawLookBackSample)
  const navigate = useNavigate()
  const ask = (): void =>
    draw.mutate(
      { params: { organisationId }, body: { size } },
      { onSuccess: ({ id }) => void navigate({ to: '/look-back-samples/$sampleId', params: { sampleId: id } }) },
    )
  return (
    <>
      <Button onClick={() => setOpen(true)}>抽取回头看</Button>
      <Modal
        open={isOpen}
        title="抽取回头看的样本"
        okText="抽取"
        cancelText="关闭"
        onOk={ask}
        onCancel={() => setOpen(false)}
        confirmLoading={draw.isPending}
      >
        {draw.error && <Alert type="error" role="alert" title={sentenceOf(draw.error)} />}
        <p>
          在已销号、还没有认定有效的问题里抽签。谁、何时、从哪些里抽到哪些都留着，审计日志里也有，随时可以核对、打印。
        </p>
        <label>
          抽几个 <InputNumber min={1} max={LARGEST_SAMPLE} value={size} onChange={(value) => setSize(value ?? 1)} />
        </label>
        <p>
          <Link to="/look-back-samples" search={{ organisationId }}>
            看以前的抽取
          </Link>
        </p>
      </Modal>
    </>
  )
}
