import { Alert, App, Button, Form, type FormInstance, Modal } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { draftUnder, dropDraft, keepDraft } from '../service/drafts.ts'
import { showRefusal } from './refused-form.ts'
import { useSaved } from './saved.ts'

interface FormDialogueProps<Fields extends object> {
  readonly title: string
  /** What happens, on the button. */
  readonly okText: string
  readonly initialValues: Partial<Fields>
  readonly onSave: (fields: Fields) => Promise<unknown>
  readonly onClose: () => void
  /** What comes after it is saved, if not that the dialogue closes. */
  readonly onSaved?: () => void
  /** What is said once it is saved, if not that what the title says is done; null where the form says it itself. */
  readonly said?: string | null
  readonly form?: FormInstance<Fields>
  /**
   * Under which name what is typed is kept until it has been sent; null where nothing is typed, only chosen. What changes
   * something that has a version names that too: nothing typed about an older one comes back over a newer.
   */
  readonly draft: string | null
  readonly width?: number
  /** True while there is nothing that could be sent. */
  readonly isNothing?: boolean
  readonly children: ReactNode
}

/**
 * A form in a dialogue: what was typed stays when it is refused, and when the dialogue is closed by mistake. Where it comes
 * back it says so: nobody is to take it for what has been saved.
 */
export function FormDialogue<Fields extends object>(props: FormDialogueProps<Fields>) {
  const { title, okText, initialValues, onSave, onClose, draft, width = 560, isNothing = false, children } = props
  const { said = props.onSaved === undefined ? `已完成：${title}。` : null } = props
  const [own] = Form.useForm<Fields>()
  const form = props.form ?? own
  const [fault, setFault] = useState('')
  const [isBusy, setBusy] = useState(false)
  const fields = useRef<HTMLDivElement>(null)
  const [kept, setKept] = useState(() => (draft === null ? {} : draftUnder(draft)))
  const startAnew = (): void => {
    if (draft !== null) dropDraft(draft)
    // The form goes back to its initial values, of which what was kept is then no longer part.
    flushSync(() => setKept({}))
    // The fields are made anew, and the button that had the focus is gone: the next thing is to type.
    flushSync(() => form.resetFields())
    firstField(fields.current)?.focus()
  }
  const { modal, message } = App.useApp()
  const saved = useSaved()
  const close = (): void => {
    if (draft !== null || !form.isFieldsTouched()) return onClose()
    modal.confirm({
      title: '填的内容还没有送出，关闭就没有了。',
      okText: '关闭，不保留',
      cancelText: '接着填',
      autoFocusButton: 'cancel',
      onOk: onClose,
    })
  }
  const save = async (fields: Fields): Promise<void> => {
    setFault('')
    setBusy(true)
    try {
      await onSave(fields)
      if (draft !== null) dropDraft(draft)
      ;(props.onSaved ?? onClose)()
      if (saved !== null) saved()
      else if (said !== null) void message.success(said)
    } catch (refused) {
      setFault(showRefusal(form, refused))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={title}
      okText={okText}
      onOk={() => form.submit()}
      onCancel={close}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: isNothing }}
      width={width}
      mask={{ closable: false }}
      afterOpenChange={(isOpen) => {
        // One types at once, or has begun to while it opened; on a phone the keyboard would cover what there is to read.
        const isTyping = fields.current?.contains(document.activeElement) ?? false
        if (isOpen && !isTyping && matchMedia('(hover: hover)').matches) firstField(fields.current)?.focus()
      }}
    >
      {Object.keys(kept).length > 0 && (
        <Alert
          type="info"
          title="上次填了没有送出的内容还在。"
          className="before-form"
          action={
            <Button size="small" onClick={startAnew}>
              重新填
            </Button>
          }
        />
      )}
      {fault !== '' && <Alert type="error" title={fault} role="alert" className="before-form" />}
      <Form<Fields>
        form={form}
        layout="vertical"
        requiredMark={false}
        scrollToFirstError
        initialValues={{ ...initialValues, ...kept }}
        onFinish={(fields) => void save(fields)}
        onValuesChange={(_, all) => {
          if (draft !== null) keepDraft(draft, all)
        }}
      >
        <div ref={fields}>{children}</div>
      </Form>
    </Modal>
  )
}

function firstField(within: HTMLElement | null): HTMLElement | null {
  return within?.querySelector<HTMLElement>('input:not([disabled]), textarea:not([disabled])') ?? null
}
