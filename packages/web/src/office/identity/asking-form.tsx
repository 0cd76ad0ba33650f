import { Alert, Button, Form } from 'antd'
import { type ReactNode, useState } from 'react'
import { showRefusal } from '../../platform/archetypes/refused-form.ts'

interface AskingFormProps<Fields extends object> {
  readonly label: string
  /** What happens, on the button. */
  readonly okText: string
  readonly onSend: (fields: Fields) => Promise<unknown>
  /** What else one may do instead. */
  readonly other?: ReactNode
  readonly children: ReactNode
}

/** A short form within a page: what is refused stands beside its field, and what was typed stays. */
export function AskingForm<Fields extends object>(props: AskingFormProps<Fields>) {
  const { label, okText, onSend, other, children } = props
  const [form] = Form.useForm<Fields>()
  const [fault, setFault] = useState('')
  const [isBusy, setBusy] = useState(false)
  const send = async (fields: Fields): Promise<void> => {
    setFault('')
    setBusy(true)
    try {
      await onSend(fields)
    } catch (error) {
      setFault(showRefusal(form, error))
    }
    setBusy(false)
  }
  return (
    <>
      {fault !== '' && <Alert type="error" title={fault} role="alert" />}
      <Form<Fields>
        aria-label={label}
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(fields) => void send(fields)}
      >
        {children}
        <Button type="primary" htmlType="submit" loading={isBusy}>
          {okText}
        </Button>
        {other}
      </Form>
    </>
  )
}
