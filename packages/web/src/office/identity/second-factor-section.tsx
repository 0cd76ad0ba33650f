import { type Answer, endpoints } from '@duizhao/contract'
import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { request } from '../../platform/service/api.ts'
import { begin, useSession } from '../../platform/service/session.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { SecondFactorSetup } from './second-factor-setup.tsx'

interface Both {
  readonly password: string
  readonly code: string
}
type Renewed = Answer<typeof endpoints.renewRecoveryCodes>

/** One's own second step: how it stands, and turning it on or off. */
export function SecondFactorSection() {
  const { secondFactor } = useSession()
  const [isSettingUp, setSettingUp] = useState(false)
  const [asked, setAsked] = useState<'off' | 'renew' | null>(null)
  const [renewed, setRenewed] = useState<Renewed | null>(null)
  if (renewed)
    return (
      <RecoveryCodes
        codes={renewed.recoveryCodes}
        onNoted={() => {
          begin(renewed.session)
          setRenewed(null)
        }}
      />
    )
  if (isSettingUp) return <SecondFactorSetup onDone={() => setSettingUp(false)} />
  if (!secondFactor.isOn)
    return (
      <>
        <p>没有开启。开启以后，登录时除口令外还要手机上的验证码：口令给别人知道了，也进不来。</p>
        <Button onClick={() => setSettingUp(true)}>开启两步验证</Button>
      </>
    )
  return (
    <>
      <p>
        已经开启，还有 {secondFactor.codesLeft} 个恢复码。
        {secondFactor.codesLeft < 3 && '恢复码快用完了，请换一批。'}
        换手机：先关闭，再用新手机开启。
      </p>
      <Button onClick={() => setAsked('renew')}>换一批恢复码</Button>{' '}
      <Button onClick={() => setAsked('off')}>关闭两步验证</Button>
      {asked === 'renew' && (
        <BothDialogue
          title="换一批恢复码"
          onSend={async (body) => setRenewed(await request(endpoints.renewRecoveryCodes, { body }))}
          onClose={() => setAsked(null)}
        />
      )}
      {asked === 'off' && (
        <BothDialogue
          title="关闭两步验证"
          onSend={async (body) => begin(await request(endpoints.turnOffSecondFactor, { body }))}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  )
}

interface BothDialogueProps {
  /** What happens, also on the button. */
  readonly title: string
  readonly onSend: (both: Both) => Promise<unknown>
  readonly onClose: () => void
}

/** Asks for the password and a code again. */
function BothDialogue({ title, onSend, onClose }: BothDialogueProps) {
  const { shape } = endpoints.turnOffSecondFactor.body
  return (
    <FormDialogue<Both> title={title} okText={title} initialValues={{}} draft={null} onSave={onSend} onClose={onClose}>
      <Form.Item {...fieldOf(shape, 'password')} label="口令">
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'code')} label="手机上的验证码，或一个恢复码">
        <Input autoComplete="one-time-code" />
      </Form.Item>
    </FormDialogue>
  )
}
