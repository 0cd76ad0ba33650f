import type { Sweep } from '@duizhao/contract'

/** 3 个单位答复了 2 个，查出 1 个；已撤回. */
export function progressInChinese({ bodies, withdrawn }: Pick<Sweep, 'bodies' | 'withdrawn'>): string {
  const answered = bodies.filter(({ answer }) => answer !== null).length
  const found = bodies.filter(({ answer }) => answer === 'found').length
  const words = `${bodies.length} 个单位答复了 ${answered} 个，查出 ${found} 个`
  return withdrawn === null ? words : `${words}；已撤回`
}

/** True if somebody has not answered by the day. */
export function isLate({ bodies, withdrawn, answerDueOn }: Sweep, today: string): boolean {
  return withdrawn === null && answerDueOn < today && bodies.some(({ answer }) => answer === null)
}
