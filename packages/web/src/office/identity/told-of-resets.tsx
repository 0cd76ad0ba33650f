import { endpoints, resetDeeds } from '@duizhao/contract'
import { Alert, Button } from 'antd'
import { request } from '../../platform/service/api.ts'
import { begin, useSession } from '../../platform/service/session.ts'
import { instantInChinese } from '../../platform/archetypes/dates.ts'
import './identity.css'

/** What administrators reset of one's account since one was last here. */
export function Resets() {
  return useSession().resets.map(({ of, at, by }) => (
    <Alert
      key={`${of} ${at}`}
      type="warning"
      role="status"
      title={`${instantInChinese(at)}，${by.join('、')}${resetDeeds[of]}。不是你要求的，请马上告诉另一位管理员。`}
    />
  ))
}

/** Told before anything else, and once. */
export function ToldOfResets() {
  return (
    <main className="entrance">
      <section aria-label="请先看一看">
        <h1>请先看一看</h1>
        <p className="quiet">管理员动过你的账号。</p>
        <Resets />
        <p>两步验证解除以后，只用口令就能登录。请在“口令与登录”里重新开启。</p>
        <Button type="primary" onClick={() => void request(endpoints.acknowledgeResets, {}).then(begin)}>
          知道了
        </Button>
      </section>
    </main>
  )
}
