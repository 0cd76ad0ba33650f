import { Alert, Button, Typography } from 'antd'
import { useSession } from '../../platform/service/session.ts'
import './identity.css'

interface RecoveryCodesProps {
  readonly codes: readonly string[]
  readonly onNoted: () => void
}

/** Recovery codes, the one time they are shown. */
export function RecoveryCodes({ codes, onNoted }: RecoveryCodesProps) {
  const { login } = useSession().account
  return (
    <section aria-label="恢复码" className="recovery">
      <Alert
        type="warning"
        title="恢复码只显示这一次。请打印或抄下来，锁在柜子里，不要和手机放在一起。"
        className="not-printed"
      />
      <p>账号 {login} 的恢复码。手机不在身边时，登录的第二步输一个恢复码代替验证码。每个只能用一次。</p>
      <ol>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <div className="not-printed recovery-actions">
        <Button onClick={() => print()}>打印</Button>
        <Typography.Text copyable={{ text: codes.join('\n'), icon: ['复制', '已复制'], tooltips: false }} />
        <Button type="primary" onClick={onNoted}>
          已记下
        </Button>
      </div>
    </section>
  )
}
