import { endpoints, type FeedbackItem, problemStateNames } from '@duizhao/contract'
import { CloseOutlined, ExclamationCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { App, Button } from 'antd'
import { sentenceOf, useChange } from '../../platform/service/api.ts'

/** The rows of the ledger an item ends in; that there are none is told in cinnabar. */
export function ItemRows({ item, mayWrite }: { readonly item: FeedbackItem; readonly mayWrite: boolean }) {
  const unlink = useChange(endpoints.unlinkFeedbackRow)
  const { modal, message } = App.useApp()
  const { rows, hiddenRows } = item
  const ask = (row: FeedbackItem['rows'][number]): void => {
    modal.confirm({
      title: `第 ${item.ordinal} 条不再对应问题 ${row.number} 号？`,
      content: '问题还在台账里，需要时可以再对应。',
      okText: '取消对应',
      cancelText: '保留',
      autoFocusButton: 'cancel',
      onOk: async () => {
        try {
          await unlink.mutateAsync({ params: { itemId: item.id, problemId: row.id } })
          void message.success(`第 ${item.ordinal} 条不再对应问题 ${row.number} 号。`)
        } catch (error) {
          void message.error(sentenceOf(error))
        }
      },
    })
  }
  if (rows.length + hiddenRows === 0)
    return (
      <span className="overdue">
        <ExclamationCircleOutlined aria-hidden="true" /> 没有列入台账
      </span>
    )
  return (
    <ul className="feedback-rows">
      {rows.map((row) => (
        <li key={row.id}>
          <Link to="/problems/$problemId" params={{ problemId: row.id }} title={row.text}>
            {row.number} 号
          </Link>{' '}
          {problemStateNames[row.state]}
          {mayWrite && (
            <Button
              size="small"
              type="text"
              icon={<CloseOutlined />}
              aria-label={`取消第 ${item.ordinal} 条与问题 ${row.number} 号的对应`}
              onClick={() => ask(row)}
            />
          )}
        </li>
      ))}
      {hiddenRows > 0 && <li className="quiet">另有 {hiddenRows} 个关于个人的问题</li>}
    </ul>
  )
}
