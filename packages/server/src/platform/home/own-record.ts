import { type Answer, actionNames, type endpoints, type Role, roleNames } from '@duizhao/contract'
import type { ActorContext } from '../context.ts'
import { recordOf } from './queries.ts'

const instant = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeStyle: 'short', timeZone: 'Asia/Shanghai' })

/** Everything held about the person who asks, in words. */
export async function readOwnRecord({ db, actor }: ActorContext): Promise<Answer<typeof endpoints.readOwnRecord>> {
  const { person, sessions, grants, notifications, acts } = await recordOf(db, actor.personId, actor.accountId)
  const say = (at: Date | null): string => (at === null ? '无' : instant.format(at))
  return {
    groups: [
      {
        name: '本人资料',
        lines: [
          `姓名：${person.name}`,
          `单位：${person.organisationName}`,
          `职务：${person.position || '未填'}`,
          `邮箱：${person.email || '未填'}`,
          `党员：${person.isPartyMember ? '是' : '否'}`,
        ],
      },
      {
        name: '账号',
        lines: [
          `账号：${person.login}`,
          `开通时间：${say(person.createdAt)}`,
          `上次登录：${say(person.lastSignedInAt)}`,
          `上次修改口令：${say(person.passwordChangedAt)}（口令本身不保存，只保存不可还原的摘要）`,
        ],
      },
      {
        name: '授权',
        lines: grants.map(
          ({ role, organisationName, grantedAt, revokedAt }) =>
            `${organisationName}：${roleNames[role as Role]}，${say(grantedAt)}授予${revokedAt ? `，${say(revokedAt)}收回` : ''}`,
        ),
      },
      {
        name: '现有登录',
        lines: sessions.map(({ startedAt, address, device }) => `${say(startedAt)}，${address}，${device}`),
      },
      { name: '消息', lines: [`共 ${notifications} 条，见“消息”页`] },
      {
        name: '操作记录（最近 50 条）',
        lines: acts.map(
          ({ at, action, subject, succeeded }) =>
            `${say(at)}，${actionNames[action] ?? action}：${subject}${succeeded ? '' : '（未成功）'}`,
        ),
      },
    ],
  }
}
