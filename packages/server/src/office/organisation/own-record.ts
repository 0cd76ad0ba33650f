import { roleNames } from '@duizhao/contract'
import { instantInWords } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { draftsOf } from '../../platform/import-draft-queries.ts'
import type { RecordGroup } from '../../platform/feature.ts'
import { grantsEverOf } from './grant-queries.ts'
import { personFacts } from './people-queries.ts'

/** What is kept of the person who asks, and the roles they hold and held. */
export async function organisationRecord({ db, actor }: ActorContext): Promise<RecordGroup[]> {
  const [person, grants, drafts] = await Promise.all([
    personFacts(db, actor.personId),
    grantsEverOf(db, actor.accountId),
    draftsOf(db, actor.accountId),
  ])
  return [
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
      name: '授权',
      lines: grants.map(({ role, organisationName, grantedAt, revokedAt }) => {
        const revoked = revokedAt === null ? '' : `，${instantInWords(revokedAt)}收回`
        return `${organisationName}：${roleNames[role]}，${instantInWords(grantedAt)}授予${revoked}`
      }),
    },
    {
      name: '导入的预览',
      lines: drafts.map(({ fileName, expiresAt, confirmedAt }) => {
        const outcome = confirmedAt === null ? '没有写入' : `${instantInWords(confirmedAt)}写入`
        return `${fileName}：${outcome}，${instantInWords(expiresAt)}以后删去`
      }),
    },
  ]
}
