import { endpoints } from '@duizhao/contract'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { request, sentenceOf } from '../../platform/service/api.ts'
import { begin } from '../../platform/service/session.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import './identity.css'

interface Credentials {
  readonly login: string
  readonly password: string
}

/** The way in. What was typed stays when it is refused. */
export function SignIn() {
  const [fault, setFault] = useState('')
  const [isBusy, setBusy] = useState(false)
  const enter = async (body: Credentials): Promise<void> => {
    setBusy(true)
    setFault('')
    try {
      begin(await request(endpoints.signIn, { body }))
    } catch (error) {
      setFault(sentenceOf(error))
      setBusy(false)
    }
  }
  return (
    <main className="entrance">
      <section aria-label="登录">
        <span className="seal" aria-hidden="true">
          对照
        </span>
        <h1>登录</h1>
        <p className="quiet">涉密内容不得在本系统处理。</p>
        {fault !== '' && <Alert type="error" title={fault} role="alert" />}
        <Form<Credentials> layout="vertical" onFinish={(body) => void enter(body)} requiredMark={false}>
          <Form.Item {...fieldOf(endpoints.signIn.body.shape, 'login')} label="账号">
            <Input autoComplete="username" autoFocus />
          </Form.Item>
          <Form.Item {...fieldOf(endpoints.signIn.body.shape, 'password')} label="口令">
            <Input.Password autoComplete="current-password" />
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={isBusy} block>
            登录
          </Button>
        </Form>
      </section>
    </main>
  )
}
