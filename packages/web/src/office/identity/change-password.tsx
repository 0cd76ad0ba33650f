import { endpoints, passwordFaults, passwordRules } from '@duizhao/contract'
import { Alert, Button, Form, Input } from 'antd'
import { useState } from 'react'
import { request } from '../../platform/service/api.ts'
import { begin, end, useSession } from '../../platform/service/session.ts'
import { showRefusal } from '../../platform/archetypes/refused-form.ts'
import { fieldOf, rulesOf } from '../../platform/archetypes/field-rules.ts'
import { Resets } from './told-of-resets.tsx'
import './identity.css'

interface Passwords {
  readonly current: string
  readonly next: string
}

/** Changing one's password; at the first sign-in there is no way past it. */
export function ChangePassword({ isFirst = false }: { readonly isFirst?: boolean }) {
  const { account, person } = useSession()
  const [form] = Form.useForm<Passwords & { again: string }>()
  const [fault, setFault] = useState('')
  const [isDone, setDone] = useState(false)
  const change = async ({ current, next }: Passwords): Promise<void> => {
    setFault('')
    try {
      begin(await request(endpoints.changePassword, { body: { current, next } }))
      form.resetFields()
      setDone(true)
    } catch (error) {
      setFault(showRefusal(form, error))
    }
  }
  const { shape } = endpoints.changePassword.body
  const isStrong = (_: unknown, value: string = ''): Promise<void> => {
    const faults = value === '' ? [] : passwordFaults(value, account.login, person.name)
    return faults.length === 0 ? Promise.resolve() : Promise.reject(new Error(faults.join('；')))
  }
  const fields = (
    <>
      {fault !== '' && <Alert type="error" title={fault} role="alert" />}
      {isDone && <Alert type="success" title="口令已修改，其他设备上的登录已退出。" role="status" />}
      <Form form={form} layout="vertical" onFinish={(values) => void change(values)} requiredMark={false}>
        <Form.Item {...fieldOf(shape, 'current')} label={isFirst ? '初始口令' : '现在的口令'}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
        <Form.Item
          {...fieldOf(shape, 'next')}
          label="新口令"
          rules={[...rulesOf(shape.next), { validator: isStrong }]}
          extra={`至少 ${passwordRules.shortest} 位，大写字母、小写字母、数字、符号中有三种；不能是常见的词加数字，不能与最近 ${passwordRules.kept} 个相同`}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Form.Item
          name="again"
          label="再输一遍"
          dependencies={['next']}
          rules={[
            { required: true, message: '请再输一遍' },
            ({ getFieldValue }) => ({
              validator: (_, value: string) =>
                value === undefined || value === getFieldValue('next')
                  ? Promise.resolve()
                  : Promise.reject(new Error('两次输入不一致')),
            }),
          ]}
        >
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          修改口令
        </Button>
        {isFirst && (
          <Button type="link" onClick={() => void request(endpoints.signOut, {}).finally(end)}>
            退出登录
          </Button>
        )}
      </Form>
    </>
  )
  if (!isFirst) return fields
  return (
    <main className="entrance">
      <section aria-label="修改口令">
        <h1>先改口令</h1>
        <p className="quiet">现在的口令别人也知道。改成只有自己知道的，再开始使用。</p>
        <Resets />
        {fields}
      </section>
    </main>
  )
}
