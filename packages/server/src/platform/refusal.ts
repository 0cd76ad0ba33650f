import type { RefusalCode, RefusedPlace } from '@duizhao/contract'

interface RefusalFacts {
  readonly places?: readonly RefusedPlace[]
  /** What is there now, when someone else changed it first. */
  readonly current?: unknown
}

/** A request that cannot be done, with what happened and what to do; the only error a use case throws on purpose. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly todo: string | undefined
  readonly facts: RefusalFacts

  constructor(code: RefusalCode, title: string, todo?: string, facts: RefusalFacts = {}) {
    super(title)
    this.name = 'Refusal'
    this.code = code
    this.todo = todo
    this.facts = facts
  }
}

export function invalid(title: string, todo?: string, places?: readonly RefusedPlace[]): Refusal {
  return new Refusal('invalid', title, todo, places === undefined ? {} : { places })
}

export function unauthenticated(title = '还没有登录，或登录已过期。', todo = '请登录。'): Refusal {
  return new Refusal('unauthenticated', title, todo)
}

export function forbidden(title = '没有这项权限。', todo = '如果工作需要，请安全管理员授权。'): Refusal {
  return new Refusal('forbidden', title, todo)
}

/** Also for what is there but may not be seen: who may not see it must not learn that it exists. */
export function notFound(what: string): Refusal {
  return new Refusal('not_found', `没有找到${what}。`, '它可能已被删除，或者不在授权范围内。')
}

export function conflict(title: string, todo?: string, current?: unknown): Refusal {
  return new Refusal('conflict', title, todo, current === undefined ? {} : { current })
}

/** The database is away, or others hold what the request needs: nothing was done, and trying again may help. */
export function unavailable(): Refusal {
  return new Refusal(
    'unavailable',
    '数据库暂时连不上，或正忙着别的事，这次没有办成。',
    '请过一会儿再试，已填的内容没有丢失。',
  )
}

/** There is no room for what was to be kept: nothing was done. */
export function fullDisk(): Refusal {
  return new Refusal(
    'unavailable',
    '服务器的磁盘满了，这次没有保存。',
    '请告诉系统管理员腾出空间；已填的内容没有丢失。',
  )
}

/** The disk can only be read, or fails: nothing was done. */
export function failedDisk(): Refusal {
  return new Refusal(
    'unavailable',
    '服务器的磁盘现在只能读，或出了故障，这次没有保存。',
    '请告诉系统管理员检查磁盘；已填的内容没有丢失。',
  )
}

export function busy(title: string, todo: string): Refusal {
  return new Refusal('busy', title, todo)
}
