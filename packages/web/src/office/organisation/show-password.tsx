import type { Answer, endpoints } from '@duizhao/contract'
import type { App } from 'antd'

type Modal = ReturnType<typeof App.useApp>['modal']

/** Which half of a password it is; whole if nothing is said. */
type Half = '前一半' | '后一半'

const whatToDo: Readonly<Record<Half, string>> = {
  前一半: '等另一位管理员在“口令重置”里确认后才生效，后一半由他交给本人。一天之内没有确认就作废。',
  后一半: '已经生效。前一半由要求重置的管理员交给本人，前一半和后一半连起来输。',
}

/** Shows an initial password, or the half of one, once. */
export function showPassword(
  modal: Modal,
  { person, password }: Pick<Answer<typeof endpoints.openAccount>, 'person' | 'password'>,
  half?: Half,
): void {
  modal.success({
    title: `${person.name}的初始口令${half === undefined ? '' : `（${half}）`}`,
    content: (
      <>
        <p>账号 {person.account?.login}</p>
        <p className="password">{password}</p>
        {half !== undefined && <p>{whatToDo[half]}</p>}
        <p>请当面交给本人。关掉就不再显示，第一次登录时要改。</p>
      </>
    ),
    okText: '已记下',
  })
}
