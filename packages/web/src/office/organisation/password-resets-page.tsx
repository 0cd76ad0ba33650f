import { type Answer, endpoints, resetDeeds } from '@duizhao/contract'
import { App, Button } from 'antd'
import { instantInChinese } from '../../platform/archetypes/dates.ts'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { sentenceOf, useChange, useRead } from '../../platform/service/api.ts'
import { showPassword } from './show-password.tsx'

type Waiting = Answer<typeof endpoints.listPasswordResets>['items'][number]

/** Passwords and second steps of heads, reviewers and administrators that another administrator wants to reset. */
export function PasswordResetsPage() {
  const { modal, message } = App.useApp()
  const { data, error } = useRead(endpoints.listPasswordResets, {})
  const [confirm, confirmRemoval] = [
    useChange(endpoints.confirmPasswordReset),
    useChange(endpoints.confirmSecondFactorRemoval),
  ]
  const askToRemove = ({ account, askedBy }: Waiting): void => {
    modal.confirm({
      title: `确认解除${account.personName}的两步验证？`,
      content: `${askedBy}要求解除。请先问过本人。确认后以后只用口令登录，所有登录退出。`,
      okText: '确认解除',
      onOk: () =>
        confirmRemoval.mutateAsync({ params: { accountId: account.id } }).then(
          () => void message.success('两步验证已解除。'),
          (refused: unknown) => void message.error(sentenceOf(refused)),
        ),
    })
  }
  const ask = ({ account, askedBy }: Waiting): void => {
    modal.confirm({
      title: `确认重置${account.personName}的口令？`,
      content: `${askedBy}要求重置。请先问过本人。确认后现在的口令立即失效，所有登录退出；口令的后一半只显示一次。`,
      okText: '确认重置',
      onOk: () =>
        confirm.mutateAsync({ params: { accountId: account.id } }).then(
          (answer) => showPassword(modal, answer, '后一半'),
          (refused: unknown) => void message.error(sentenceOf(refused)),
        ),
    })
  }
  return (
    <Page title="口令重置" facts="负责人、审核人和管理员的口令，要两位管理员一起重置，各拿一半；两步验证要两位一起解除">
      <List
        label="等待确认的重置"
        rows={data?.items}
        error={error}
        keyOf={({ account, of }) => `${of} ${account.id}`}
        whenEmpty="没有等你确认的。"
        columns={[
          { header: '账号', cell: ({ account }) => `${account.personName}（${account.login}）` },
          { header: '事项', cell: ({ of }) => resetDeeds[of] },
          { header: '单位', cell: ({ organisation }) => organisation.name },
          { header: '提出人', cell: ({ askedBy }) => askedBy },
          { header: '申请时间', cell: ({ askedAt }) => instantInChinese(askedAt) },
          {
            header: '操作',
            cell: (waiting) => (
              <Button
                size="small"
                aria-label={`确认${resetDeeds[waiting.of]}：${waiting.account.personName}`}
                onClick={() => (waiting.of === 'password' ? ask : askToRemove)(waiting)}
              >
                确认
              </Button>
            ),
          },
        ]}
      />
    </Page>
  )
}
