import { endpoints, RefusedCall } from '@duizhao/contract'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { requestOnce, sentenceOf } from '../../platform/service/api.ts'
import { begin } from '../../platform/service/session.ts'
import { fieldOf, rulesOf } from '../../platform/archetypes/field-rules.ts'

interface Credentials {
  readonly login: string
  readonly password: string
}

const { shape } = endpoints.signIn.body

/** How far signing in has come. */
export interface SigningIn {
  readonly fault: string
  readonly isBusy: boolean
  /** What was right, once a code is asked for besides. */
  readonly passed: Credentials | null
  readonly login: string
  readonly onEnter: (given: Credentials & { readonly code?: string }) => void
  readonly onBack: () => void
}

/** Signing in: the password, then a code where the account has a second step. */
export function useSigningIn(known = ''): SigningIn {
  const [fault, setFault] = useState('')
  const [isBusy, setBusy] = useState(false)
  const [passed, setPassed] = useState<Credentials | null>(null)
  const [login, setLogin] = useState(known)
  const enter = async ({ code, ...given }: Credentials & { readonly code?: string }): Promise<void> => {
    setBusy(true)
    setFault('')
    setLogin(given.login)
    try {
      begin(await requestOnce(endpoints.signIn, { body: { ...given, code } }))
    } catch (error) {
      const isAboutCode = isOfCode(error)
      setPassed(isAboutCode ? given : null)
      setFault(isAboutCode && code === undefined ? '' : sentenceOf(error))
      setBusy(false)
    }
  }
  const back = (): void => {
    setFault('')
    setPassed(null)
  }
  return { fault, isBusy, passed, login, onEnter: (given) => void enter(given), onBack: back }
}

interface SignInFieldsProps extends SigningIn {
  /** True where only this account may come in. */
  readonly isLoginKnown?: boolean
}

/** What is asked for now. What was typed stays when it is refused. */
export function SignInFields({ isLoginKnown = false, ...at }: SignInFieldsProps) {
  const { fault, isBusy, passed, login, onEnter, onBack } = at
  return (
    <>
      {fault !== '' && <Alert type="error" title={fault} role="alert" />}
      {passed ? (
        <CodeForm isBusy={isBusy} onSend={(code) => onEnter({ ...passed, code })} onBack={onBack} />
      ) : (
        <Form<Credentials> layout="vertical" initialValues={{ login }} onFinish={onEnter} requiredMark={false}>
          <Form.Item {...fieldOf(shape, 'login')} label="账号" hidden={isLoginKnown}>
            <Input autoComplete="username" autoFocus={!isLoginKnown} />
          </Form.Item>
          <Form.Item {...fieldOf(shape, 'password')} label="口令">
            <Input.Password autoComplete="current-password" autoFocus={isLoginKnown} />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={isBusy} block>
            登录
          </Button>
        </Form>
      )}
    </>
  )
}

interface CodeFormProps {
  readonly isBusy: boolean
  readonly onSend: (code: string) => void
  readonly onBack: () => void
}

function CodeForm({ isBusy, onSend, onBack }: CodeFormProps) {
  return (
    <Form<{ code: string }> layout="vertical" onFinish={({ code }) => onSend(code)} requiredMark={false}>
      <Form.Item
        {...fieldOf(shape, 'code')}
        rules={rulesOf(shape.code.unwrap())}
        required
        label="验证码"
        extra="打开手机上的验证器，输入它现在显示的 6 位数字。手机不在身边，输一个恢复码；都没有，请安全管理员解除两步验证。"
      >
        <Input autoComplete="one-time-code" autoFocus />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={isBusy} block>
        登录
      </Button>
      <Button type="link" onClick={onBack}>
        换一个账号
      </Button>
    </Form>
  )
}

/** True if the password was right, and it is about the code. */
function isOfCode(error: unknown): boolean {
  return error instanceof RefusedCall && (error.refusal.places ?? []).some(({ field }) => field === 'code')
}
