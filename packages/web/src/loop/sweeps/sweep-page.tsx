import { endpoints, type Sweep } from '@duizhao/contract'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Form, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { sentenceOf, useChange, useRead } from '../../platform/service/api.ts'
import { AnswerDue } from './due-words.tsx'
import { SweepBodies } from './sweep-bodies.tsx'
import { progressInChinese } from './sweep-words.ts'

/** One sweep: what is looked for, until when, and what each body answered. */
export function SweepPage() {
  const { sweepId = '' } = useParams({ strict: false })
  const { data, error } = useRead(endpoints.readSweep, { params: { sweepId } })
  if (data !== undefined) return <Read key={data.id} sweep={data} />
  return (
    <Page title="举一反三">
      {error ? (
        <>
          <p className="fault" role="alert">
            {sentenceOf(error)}
          </p>
          <Link to="/sweeps">回到举一反三</Link>
        </>
      ) : (
        <Skeleton active aria-label="正在读取" />
      )}
    </Page>
  )
}

function Read({ sweep }: { readonly sweep: Sweep }) {
  const { text, problem, by, askedOn, withdrawn, mayWithdraw } = sweep
  const [isOpen, setOpen] = useState(false)
  return (
    <Page
      title="举一反三"
      facts={progressInChinese(sweep)}
      actions={
        <>
          {mayWithdraw && <Button onClick={() => setOpen(true)}>撤回</Button>}
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      {withdrawn !== null && (
        <Alert
          type="info"
          className="before-form"
          title={`${dateInChinese(withdrawn.on)}撤回，不用再答复：${withdrawn.reason}`}
        />
      )}
      <p className="opinion-text">{text}</p>
      <dl className="facts">
        <dt>提出</dt>
        <dd>
          {dateInChinese(askedOn)}，{by}
        </dd>
        {problem !== null && (
          <>
            <dt>原来的问题</dt>
            <dd>
              <Link to="/problems/$problemId" params={{ problemId: problem.id }}>
                问题 {problem.number} 号
              </Link>
            </dd>
          </>
        )}
        <dt>答复期限</dt>
        <dd>
          <AnswerDue sweep={sweep} />
        </dd>
      </dl>
      <h2>各单位的答复</h2>
      <SweepBodies sweep={sweep} />
      {isOpen && <WithdrawForm sweep={sweep} onClose={() => setOpen(false)} />}
    </Page>
  )
}

function WithdrawForm({ sweep: { id }, onClose }: { readonly sweep: Sweep; readonly onClose: () => void }) {
  const withdraw = useChange(endpoints.withdrawSweep)
  return (
    <FormDialogue<{ readonly reason: string }>
      title="撤回举一反三"
      okText="撤回"
      draft={`withdraw sweep ${id}`}
      initialValues={{}}
      onSave={(body) => withdraw.mutateAsync({ params: { sweepId: id }, body })}
      onClose={onClose}
    >
      <p className="quiet">没有答复的单位不用再答复；已经答复的、查出的问题都留着。</p>
      <Form.Item {...fieldOf(endpoints.withdrawSweep.body.shape, 'reason')} label="撤回理由">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialogue>
  )
}
