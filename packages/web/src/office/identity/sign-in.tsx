import { SignInFields, useSigningIn } from './sign-in-fields.tsx'
import './identity.css'

/** The way in. */
export function SignIn() {
  const at = useSigningIn()
  return (
    <main className="entrance">
      <section aria-label="登录">
        <span className="seal" aria-hidden="true">
          对照
        </span>
        <h1>{at.passed ? '输入验证码' : '登录'}</h1>
        <p className="quiet">{at.passed ? `账号 ${at.passed.login}` : '涉密内容不得在本系统处理。'}</p>
        <SignInFields {...at} />
      </section>
    </main>
  )
}
