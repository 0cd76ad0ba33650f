import type { Answer, endpoints, RefusalBody } from '@duizhao/contract'

type Endpoints = typeof endpoints
export type AnswerForm = Answer<Endpoints['readAnswerForm']>
export type Results = Answer<Endpoints['listAnswerResults']>
export type Given = Parameters<typeof sendAnswer>[0]['opinions'][number]
export type Choice = Parameters<typeof sendBallot>[0]['choices'][number]

/** What was refused, in a sentence with what to do. */
export class Refused extends Error {}

/**
 * Calls the service as nobody: no cookie goes along, though somebody may be signed in in this browser. The contract's own
 * caller is not used: it brings the whole of it, and this page is read on a phone over a slow line.
 */
async function ask<Answered>(path: `/api/${string}`, body: object): Promise<Answered> {
  const response = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
  }).catch(() => {
    throw new Refused('连不上服务，没有交出去。请检查网络，再按一次；写的内容还在。')
  })
  if (response.status === 204) return undefined as Answered
  const answered: unknown = await response.json().catch(() => null)
  if (response.ok) return answered as Answered
  const refusal = answered as Partial<RefusalBody> | null
  const places = (refusal?.places ?? []).map(({ message }) => message).join('；')
  throw new Refused(
    places === '' ? `${refusal?.title ?? '没有办成。'}${refusal?.todo ?? '请稍后再试。'}` : `${places}。`,
  )
}

export function readForm(code: string): Promise<AnswerForm> {
  return ask('/api/answer-forms', { code })
}

export function sendAnswer(given: {
  readonly code: string
  readonly opinions: readonly { readonly aspect: string; readonly aboutId: string | null; readonly text: string }[]
}): Promise<undefined> {
  return ask('/api/answers', given)
}

export function sendBallot(given: {
  readonly code: string
  readonly choices: readonly { readonly aboutId: string | null; readonly grade: AnswerForm['grades'][number]['id'] }[]
}): Promise<undefined> {
  return ask('/api/answer-ballots', given)
}

export function readResults(code: string, after: string | null): Promise<Results> {
  return ask('/api/answer-results', after === null ? { code } : { code, after })
}
