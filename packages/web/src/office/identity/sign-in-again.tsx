import { Button, Modal } from 'antd'
import { end, useSession } from '../../platform/service/session.ts'
import { SignInFields, useSigningIn } from './sign-in-fields.tsx'

/** Over everything else that a page shows. */
const ABOVE_ALL = 3_000

/**
 * The session ran out or was ended elsewhere: who was signed in signs in again over the page. What they had typed stays
 * where it is, and what they had just sent goes on; another person begins anew.
 */
export function SignInAgain() {
  const { account, person } = useSession()
  const at = useSigningIn(account.login)
  return (
    <Modal
      open
      title={at.passed ? '输入验证码' : '登录已过期'}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      zIndex={ABOVE_ALL}
      width={440}
      footer={null}
    >
      <p className="quiet">
        {person.name}（账号 {account.login}），请重新登录。页面上填的都还在，登录后接着办。
      </p>
      <SignInFields {...at} isLoginKnown />
      {!at.passed && (
        <Button type="link" onClick={end}>
          换一个人登录（页面上填的不保留）
        </Button>
      )}
    </Modal>
  )
}
