import { type Answer, endpoints } from '@duizhao/contract'
import { Button, Form, Input, QRCode } from 'antd'
import { useState } from 'react'
import { request } from '../../platform/service/api.ts'
import { begin, end } from '../../platform/service/session.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { AskingForm } from './asking-form.tsx'
import { RecoveryCodes } from './recovery-codes.tsx'
import './identity.css'

type Shared = Answer<typeof endpoints.beginSecondFactor>
type Opened = Answer<typeof endpoints.turnOnSecondFactor>

/** Setting a second step up, in its three steps: the password, the device, the recovery codes. */
export function SecondFactorSetup({ onDone }: { readonly onDone?: () => void }) {
  const [shared, setShared] = useState<Shared | null>(null)
  const [opened, setOpened] = useState<Opened | null>(null)
  if (opened)
    return (
      <RecoveryCodes
        codes={opened.recoveryCodes}
        onNoted={() => {
          begin(opened.session)
          onDone?.()
        }}
      />
    )
  if (shared) return <Device shared={shared} onOpened={setOpened} />
  return (
    <AskingForm<{ password: string }>
      label="开启两步验证：输入口令"
      okText="下一步"
      onSend={async (body) => setShared(await request(endpoints.beginSecondFactor, { body }))}
    >
      <Form.Item {...fieldOf(endpoints.beginSecondFactor.body.shape, 'password')} label="先输入你的口令">
        <Input.Password autoComplete="current-password" autoFocus />
      </Form.Item>
    </AskingForm>
  )
}

interface DeviceProps {
  readonly shared: Shared
  readonly onOpened: (opened: Opened) => void
}

function Device({ shared: { secret, address }, onOpened }: DeviceProps) {
  return (
    <>
      <ol>
        <li>
          在手机上装一个验证器（如“身份验证器”、Microsoft Authenticator、FreeOTP，任何支持 TOTP
          的都可以，用的时候不联网）。
        </li>
        <li>用它扫下面的二维码；扫不了，选“手工输入密钥”。</li>
        <li>输入它显示的 6 位数字。</li>
      </ol>
      <QRCode
        type="svg"
        value={address}
        size={240}
        marginSize={2}
        color="#000"
        bgColor="#fff"
        aria-label="两步验证的二维码"
      />
      <p>
        密钥 <code>{secret.replace(/(.{4})(?=.)/g, '$1 ')}</code>
      </p>
      <AskingForm<{ code: string }>
        label="开启两步验证：输入验证码"
        okText="开启两步验证"
        onSend={async (body) => onOpened(await request(endpoints.turnOnSecondFactor, { body }))}
      >
        <Form.Item {...fieldOf(endpoints.turnOnSecondFactor.body.shape, 'code')} label="手机上的验证码">
          <Input autoComplete="one-time-code" inputMode="numeric" autoFocus />
        </Form.Item>
      </AskingForm>
    </>
  )
}

/** Where the office wants it of its administrators, there is no way past it. */
export function SecondFactorWanted() {
  return (
    <main className="entrance">
      <section aria-label="开启两步验证">
        <h1>先开启两步验证</h1>
        <p className="quiet">单位要求管理员开启：登录时除口令外，还要手机上的验证码。口令给别人知道了，也进不来。</p>
        <SecondFactorSetup />
        <Button type="link" onClick={() => void request(endpoints.signOut, {}).finally(end)}>
          退出登录
        </Button>
      </section>
    </main>
  )
}
