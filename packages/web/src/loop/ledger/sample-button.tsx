import { type Answer, endpoints, LARGEST_SAMPLE } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Alert, Button, InputNumber, Modal } from 'antd'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { sentenceOf, useChange } from '../../platform/service/api.ts'

type Sample = Answer<typeof endpoints.drawLookBackSample>

/** Draws closed problems to look back at, by lot. */
export function SampleButton({ organisationId }: { readonly organisationId: string }) {
  const [isOpen, setOpen] = useState(false)
  const [size, setSize] = useState(5)
  const [sample, setSample] = useState<Sample | null>(null)
  const draw = useChange(endpoints.drawLookBackSample)
  const ask = (): void =>
    draw.mutate({ params: { organisationId }, body: { size } }, { onSuccess: (drawn) => setSample(drawn) })
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
        width={760}
      >
        {draw.error && <Alert type="error" role="alert" title={sentenceOf(draw.error)} />}
        <p>在已销号、还没有认定有效的问题里抽签，抽到哪些记在审计日志里。</p>
        <label>
          抽几个 <InputNumber min={1} max={LARGEST_SAMPLE} value={size} onChange={(value) => setSize(value ?? 1)} />
        </label>
        {sample !== null && (
          <List
            label="抽到的问题"
            rows={sample.problems}
            keyOf={({ id }) => id}
            whenEmpty="没有可以抽的：已销号的都认定过了。"
            columns={[
              { header: '编号', cell: ({ number }) => number },
              {
                header: '问题',
                cell: ({ id, text }) => (
                  <Link to="/problems/$problemId" params={{ problemId: id }}>
                    {text}
                  </Link>
                ),
              },
              { header: '单位', cell: ({ organisation }) => organisation.name },
              {
                header: '销号',
                cell: ({ struckOffOn }) => (struckOffOn === null ? '' : dateInChinese(struckOffOn)),
              },
            ]}
          />
        )}
      </Modal>
    </>
  )
}
