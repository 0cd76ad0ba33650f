import { endpoints } from '@duizhao/contract'
import { App, Button } from 'antd'
import { sentenceOf, useChange } from '../../platform/service/api.ts'
import type { PanelProps } from './panel.ts'

/** Ends the session, after it was asked: presence cannot be changed here any more. */
export function EndButton({ sessionKey, whole, outbox }: PanelProps) {
  const { modal, message } = App.useApp()
  const end = useChange(endpoints.endSession)
  const unsent = outbox.waiting.length
  const ask = (): void =>
    void modal.confirm({
      title: '结束这一场会？',
      content: '会记下一条履职记录，到会情况不能再在这里改；批评意见还可以补记，并逐条写结果、列入台账。',
      okText: '结束会议',
      cancelText: '接着开',
      autoFocusButton: 'cancel',
      onOk: async () => {
        try {
          await end.mutateAsync({ params: sessionKey, body: { version: whole.version } })
          void message.success('会议已结束，履职记录已记下。接着导出会议记录，逐条写意见的结果。')
        } catch (error) {
          void message.error(sentenceOf(error))
        }
      },
    })
  return (
    <div className="session-end">
      <Button size="large" disabled={unsent > 0} onClick={ask}>
        结束会议
      </Button>
      {unsent > 0 && <span className="quiet">还有 {unsent} 行没有送到，送到了再结束。</span>}
    </div>
  )
}
