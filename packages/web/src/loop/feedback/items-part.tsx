import { endpoints, type FeedbackItem, type Inspection } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { List } from '../../platform/archetypes/list.tsx'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'
import { sentenceOf, useChange, useRead } from '../../platform/service/api.ts'
import { holds, useSession } from '../../platform/service/session.ts'
import { ClaimForm, TakeClaimBackForm } from './claim-forms.tsx'
import { ItemClaims } from './item-claims.tsx'
import { ItemRows } from './item-rows.tsx'
import { AddItemForm, CorrectItemForm } from './item-forms.tsx'
import { claimingInWords, countsInWords } from './item-words.ts'
import { LinkRowForm, RegisterRowForm } from './row-forms.tsx'
import './feedback.css'

type Open =
  | { readonly form: 'add' | 'claim' }
  | { readonly form: 'take-back'; readonly item: FeedbackItem; readonly claimId: string }
  | { readonly form: 'correct' | 'register' | 'link'; readonly item: FeedbackItem }

/** What an inspection fed back, item by item, with the rows of the ledger each ends in. */
export function ItemsPart({ inspection }: { readonly inspection: Inspection }) {
  const { data, error } = useRead(endpoints.listFeedbackItems, { params: { inspectionId: inspection.id } })
  const mayWrite = holds(useSession(), 'problem.write')
  const [open, setOpen] = useState<Open | null>(null)
  const close = (): void => setOpen(null)
  const params = { organisationId: inspection.organisation.id, inspectionId: inspection.id }
  return (
    <section aria-label="反馈的问题">
      <div className="part-head">
        <h2>反馈的问题</h2>
        <div className="actions">
          {data !== undefined && data.claiming.mayClaim && data.items.length > 0 && (
            <Button type="primary" onClick={() => setOpen({ form: 'claim' })}>
              认领反馈的问题
            </Button>
          )}
          {mayWrite && (
            <>
              <LinkButton to="/inspections/$organisationId/$inspectionId/feedback" params={params}>
                从反馈意见登记
              </LinkButton>
              <Button onClick={() => setOpen({ form: 'add' })}>手工补一条</Button>
            </>
          )}
        </div>
      </div>
      {data !== undefined && data.items.length > 0 && (
        <p role="status">
          {countsInWords(data.items)}
          {claimingInWords(data.claiming)}
        </p>
      )}
      {error ? (
        <p className="fault" role="alert">
          {sentenceOf(error)}
        </p>
      ) : data === undefined ? (
        <Skeleton active aria-label="正在读取" />
      ) : (
        <List
          label={`${inspection.name}反馈的问题`}
          rows={data.items}
          keyOf={({ id }) => id}
          whenEmpty="还没有登记反馈的问题。收到反馈意见以后，先在“文稿”里提交、审定，再从这里逐条登记。"
          columns={[
            { header: '条', cell: ({ ordinal }) => <span className="number">{ordinal}</span> },
            { header: '大类、方面', cell: (item) => <Headings item={item} /> },
            { header: '问题', cell: (item) => <Words item={item} /> },
            {
              header: '认领',
              cell: (item) => (
                <ItemClaims
                  item={item}
                  firstOn={data.claiming.firstOn}
                  onTakeBack={(claimId) => setOpen({ form: 'take-back', item, claimId })}
                />
              ),
            },
            {
              header: '台账',
              cell: (item) => <ItemRows item={item} mayWrite={mayWrite} />,
            },
            ...(mayWrite
              ? [
                  {
                    header: '办理',
                    cell: (item: FeedbackItem) => (
                      <ItemButtons item={item} inspectionId={inspection.id} onOpen={setOpen} />
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {open?.form === 'add' && <AddItemForm inspectionId={inspection.id} onClose={close} />}
      {open?.form === 'claim' && <ClaimForm inspection={inspection} items={data?.items ?? []} onClose={close} />}
      {open?.form === 'take-back' && <TakeClaimBackForm item={open.item} claimId={open.claimId} onClose={close} />}
      {open?.form === 'correct' && <CorrectItemForm item={open.item} onClose={close} />}
      {open?.form === 'register' && <RegisterRowForm item={open.item} inspection={inspection} onClose={close} />}
      {open?.form === 'link' && <LinkRowForm item={open.item} inspection={inspection} onClose={close} />}
    </section>
  )
}

function Headings({ item: { category, aspect } }: { readonly item: FeedbackItem }) {
  if (category === '' && aspect === '') return <span className="quiet">没有分类</span>
  return (
    <>
      {category}
      {aspect !== '' && <div className="quiet">{aspect}</div>}
    </>
  )
}

function Words({ item: { text, source } }: { readonly item: FeedbackItem }) {
  return (
    <>
      <div className="feedback-words">{text}</div>
      {source !== null && (
        <Link to={source.link} className="quiet">
          出自{source.title}
        </Link>
      )}
    </>
  )
}

interface ButtonsProps {
  readonly item: FeedbackItem
  readonly inspectionId: string
  readonly onOpen: (open: Open) => void
}

function ItemButtons({ item, inspectionId, onOpen }: ButtonsProps) {
  const withdraw = useChange(endpoints.withdrawFeedbackItems)
  const { message } = App.useApp()
  const takeBack = async (): Promise<void> => {
    try {
      await withdraw.mutateAsync({ params: { inspectionId }, body: { itemIds: [item.id] } })
      void message.success(`已撤销第 ${item.ordinal} 条。`)
    } catch (error) {
      void message.error(sentenceOf(error))
    }
  }
  const isHung = item.rows.length + item.hiddenRows > 0
  const named = (what: string): string => `${what}：第 ${item.ordinal} 条`
  return (
    <div className="actions">
      <Button
        size="small"
        type={isHung ? 'default' : 'primary'}
        aria-label={named('列入台账')}
        onClick={() => onOpen({ form: 'register', item })}
      >
        列入台账
      </Button>
      <Button size="small" aria-label={named('对应已有问题')} onClick={() => onOpen({ form: 'link', item })}>
        对应已有问题
      </Button>
      <Button size="small" aria-label={named('更正')} onClick={() => onOpen({ form: 'correct', item })}>
        更正
      </Button>
      {!isHung && item.claims.length === 0 && (
        <Button size="small" aria-label={named('撤销')} loading={withdraw.isPending} onClick={() => void takeBack()}>
          撤销
        </Button>
      )}
    </div>
  )
}
