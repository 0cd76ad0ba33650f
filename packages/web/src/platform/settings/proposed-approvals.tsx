import {
  type Answer,
  type ApprovalStep,
  endpoints,
  loosened,
  type ProposedApprovals as Proposed,
  problemSourceNames,
  roleNames,
} from '@duizhao/contract'
import { Alert, App, Button, Space } from 'antd'
import { instantInChinese } from '../archetypes/dates.ts'
import { sentenceOf, useChange } from '../service/api.ts'
import { holds, useSession } from '../service/session.ts'

type Settings = Answer<typeof endpoints.readSettings>

/** Approvals that would ask less, which one administrator proposed: another agrees or does not. */
export function ProposedApprovals({ settings }: { readonly settings: Settings }) {
  const session = useSession()
  const { message } = App.useApp()
  const decide = useChange(endpoints.decideApprovals)
  const { proposed, version } = settings
  if (proposed === null) return null
  const isOwn = proposed.byAccountId === session.account.id
  const answer = (isAccepted: boolean, told: string) => () =>
    void decide.mutateAsync({ body: { isAccepted, version } }).then(
      () => void message.success(told),
      (error: unknown) => void message.error(sentenceOf(error)),
    )
  return (
    <Alert
      type="warning"
      role="status"
      title={`${proposed.byName}在 ${instantInChinese(proposed.at)} 提出放宽销号的审批，要另一位管理员同意；同意以前照原来的办。`}
      description={
        <>
          <Changes settings={settings} proposed={proposed} />
          {session.isOverWhole && holds(session, 'setting.confirm') && (
            <Space wrap>
              {!isOwn && (
                <Button
                  type="primary"
                  loading={decide.isPending}
                  onClick={answer(true, '已同意，从现在起的申请照新的办。')}
                >
                  同意放宽
                </Button>
              )}
              <Button loading={decide.isPending} onClick={answer(false, '照原来的办。')}>
                {isOwn ? '收回' : '不同意'}
              </Button>
            </Space>
          )}
        </>
      }
    />
  )
}

function Changes({ settings: { approvals }, proposed }: { readonly settings: Settings; readonly proposed: Proposed }) {
  return loosened(approvals, proposed.approvals).map((source) => (
    <p key={source}>
      {problemSourceNames[source]}：现在是{inWords(approvals[source])}；改为{inWords(proposed.approvals[source])}。
    </p>
  ))
}

function inWords(chain: readonly ApprovalStep[]): string {
  return chain
    .map(({ name, role, isSuperior }) => `${name}（${isSuperior ? '上级' : ''}${roleNames[role]}）`)
    .join('、')
}
