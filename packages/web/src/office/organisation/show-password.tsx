import type { App } from 'antd'

type Modal = ReturnType<typeof App.useApp>['modal']

/** Shows an initial password, once. */
export function showPassword(
  modal: Modal,
  {
    person,
    password,
  }: {
    readonly person: { readonly name: string; readonly account: { readonly login: string } | null }
    readonly password: string
  },
): void {
  modal.success({
    title: `${person.name}的初始口令`,
    content: (
      <>
        <p>账号 {person.account?.login}</p>
        <p className="password">{password}</p>
        <p>请当面交给本人。关掉就不再显示，第一次登录时要改。</p>
      </>
    ),
    okText: '已记下',
  })
}
