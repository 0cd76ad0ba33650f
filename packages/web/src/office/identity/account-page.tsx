import { endpoints } from '@duizhao/contract'
import { App, Button } from 'antd'
import { requestOnce, useRead } from '../../platform/service/api.ts'
import { end, useSession } from '../../platform/service/session.ts'
import { instantInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { ChangePassword } from './change-password.tsx'
import { SecondFactorSection } from './second-factor-section.tsx'

/** One's own password and second step, and where one is signed in. */
export function AccountPage() {
  const { account } = useSession()
  const { modal } = App.useApp()
  const { data, error } = useRead(endpoints.listSessions, {})
  const leaveEverywhere = (): void => {
    modal.confirm({
      title: '退出所有设备？',
      content: '包括这一台。之后要重新登录。',
      okText: '退出所有设备',
      onOk: () => requestOnce(endpoints.signOutEverywhere, {}).finally(end),
    })
  }
  return (
    <Page
      title="口令与登录"
      facts={`账号 ${account.login}`}
      actions={<Button onClick={leaveEverywhere}>退出所有设备</Button>}
    >
      <h2>修改口令</h2>
      <div className="narrow">
        <ChangePassword />
      </div>
      <h2>两步验证</h2>
      <div className="narrow">
        <SecondFactorSection />
      </div>
      <h2>正在使用的登录</h2>
      <List
        label="正在使用的登录"
        rows={data?.items}
        error={error}
        keyOf={({ id }) => id}
        whenEmpty="没有"
        columns={[
          { header: '设备', cell: ({ device, isThis }) => `${device}${isThis ? '（这一台）' : ''}` },
          { header: '地址', cell: ({ address }) => address },
          { header: '开始', cell: ({ startedAt }) => instantInChinese(startedAt) },
          { header: '最近使用', cell: ({ lastSeenAt }) => instantInChinese(lastSeenAt) },
        ]}
      />
    </Page>
  )
}
