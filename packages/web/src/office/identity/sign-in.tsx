import { endpoints, RefusedCall } from '@duizhao/contract'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { request, sentenceOf } from '../../platform/service/api.ts'
import { begin } from '../../platform/service/session.ts'
import { fieldOf, rulesOf } from '../../platform/archetypes/field-rules.ts'
import './identity.css'

interface Credentials {
  readonly login: string
  readonly password: string
}

const { shape } = endpoints.signIn.body

/** The way in: the password, then a code where the account has a second step. What was typed stays when it is refused. */
export function SignIn() {
  const [fault, setFault] = useState('')
  const [isBusy, setBusy] = useState(false)
  /** What was right, once a code is asked for besides. */
  const [passed, setPassed] = useState<Credentials | null>(null)
  const [login, setLogin] = useState('')
  const enter = async ({ code, ...given }: Credentials & { readonly code?: string }): Promise<void> => {
    setBusy(true)
    setFault('')
    setLogin(given.login)
    try {
      begin(await request(endpoints.signIn, { body: { ...given, code } }))
    } catch (error) {
      const isAboutCode = isOfCode(error)
      setPassed(isAboutCode ? given : null)
      setFault(isAboutCode && code === undefined ? '' : sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <main className="entrance">
      <section aria-label="登录">
        <span className="seal" aria-hidden="true">
          对照
        </span>
        <h1>{passed ? '输入验证码' : '登录'}</h1>
        <p className="quiet">{passed ? `账号 ${passed.login}` : '涉密内容不得在本系统处理。'}</p>
        {fault !== '' && <Alert type="error" title={fault} role="alert" />}
        {passed ? (
          <CodeForm
            isBusy={isBusy}
            onSend={(code) => void enter({ ...passed, code })}
            onBack={() => {
              setFault('')
              setPassed(null)
            }}
          />
        ) : (
          <Form<Credentials>
            layout="vertical"
            initialValues={{ login }}
            onFinish={(body) => void enter(body)}
            requiredMark={false}
          >
            <Form.Item {...fieldOf(shape, 'login')} label="账号">
              <Input autoComplete="username" autoFocus />
            </Form.Item>
            <Form.Item {...fieldOf(shape, 'password')} label="口令">
              <Input.Password autoComplete="current-password" />
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={isBusy} block>
              登录
            </Button>
          </Form>
        )}
      </section>
    </main>
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
