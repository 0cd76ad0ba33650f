import { type Endpoint, endpoints, type IncomingAction, type IncomingDetail, incomingMachine } from '@duizhao/contract'
import { App, Button } from 'antd'
import { useState } from 'react'
import { sentenceOf, useChange } from '../../platform/service/api.ts'
import { AcceptForm, EndForm, PassOnForm, ReasonForm, RegisterForm } from './incoming-forms.tsx'

interface Props {
  readonly incoming: IncomingDetail
}

/** What can be done now, the next thing first. */
export function IncomingActions({ incoming }: Props) {
  const [shown, setShown] = useState<IncomingAction | null>(null)
  const { actions } = incoming
  const hide = (): void => setShown(null)
  return (
    <>
      {actions.map((action, at) =>
        action === 'takeOver' || action === 'recall' ? (
          <AtOnce key={action} incoming={incoming} action={action} isFirst={at === 0} />
        ) : (
          <Button key={action} type={at === 0 ? 'primary' : 'default'} onClick={() => setShown(action)}>
            {incomingMachine.actionNames[action]}
          </Button>
        ),
      )}
      <Button onClick={() => print()}>打印</Button>
      {shown === 'accept' && <AcceptForm incoming={incoming} onClose={hide} />}
      {shown === 'passOn' && <PassOnForm incoming={incoming} onClose={hide} />}
      {shown === 'end' && <EndForm incoming={incoming} onClose={hide} />}
      {shown === 'register' && <RegisterForm incoming={incoming} onClose={hide} />}
      {(shown === 'tellMissing' || shown === 'decline' || shown === 'extend' || shown === 'withdraw') && (
        <ReasonForm incoming={incoming} action={shown} onClose={hide} />
      )}
    </>
  )
}

const atOnce = { takeOver: endpoints.takeOverIncoming, recall: endpoints.recallIncoming } as const satisfies Partial<
  Record<IncomingAction, Endpoint>
>

/** What needs no words. */
function AtOnce({
  incoming: { id, version },
  action,
  isFirst,
}: Props & { readonly action: keyof typeof atOnce; readonly isFirst: boolean }) {
  const change = useChange(atOnce[action])
  const { message } = App.useApp()
  const send = async (): Promise<void> => {
    try {
      await change.mutateAsync({ params: { incomingId: id }, body: { version } })
      void message.success(`已完成：${incomingMachine.actionNames[action]}。`)
    } catch (error) {
      void message.error(sentenceOf(error))
    }
  }
  return (
    <Button type={isFirst ? 'primary' : 'default'} loading={change.isPending} onClick={() => void send()}>
      {incomingMachine.actionNames[action]}
    </Button>
  )
}
