import { type Post, postCaption } from '@duizhao/contract'
import { dateInChinese } from '@duizhao/engine/wording'

/** 2026年1月5日起; 2025年3月1日至2026年1月4日. */
export function spanInWords({ fromOn, toOn }: Pick<Post, 'fromOn' | 'toOn'>): string {
  return toOn === null ? `${dateInChinese(fromOn)}起` : `${dateInChinese(fromOn)}至${dateInChinese(toOn)}`
}

/** What the audit log calls a post. */
export function postSubject(post: Post): string {
  return `${post.person.name}，${post.organisation.name}，${postCaption(post)}`
}

/** A post as its person reads it. */
export function postInWords(post: Post): string {
  const { organisation, leads, branch, withdrawn } = post
  const parts = [
    spanInWords(post),
    ...(leads.length === 0 ? [] : [`分管${leads.map(({ name }) => name).join('、')}`]),
    ...(branch === null ? [] : [`在${branch.name}过组织生活`]),
    ...(withdrawn === null ? [] : [`${dateInChinese(withdrawn.on)}撤回：${withdrawn.reason}`]),
  ]
  return `${organisation.name}：${postCaption(post)}（${parts.join('，')}）`
}
