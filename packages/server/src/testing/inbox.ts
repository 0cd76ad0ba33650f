import { endpoints, type GivenCall, type IncomingDetail } from '@duizhao/contract'
import type { Caller } from './client.ts'
import { today } from './scene.ts'

let incoming = 0

/** Something that came in, like nothing else. */
export function someIncoming(more: Partial<GivenCall<typeof endpoints.receiveIncoming>['body']> = {}) {
  incoming += 1
  return {
    kind: 'request' as const,
    sender: '周来信',
    contact: '0000-1234',
    text: `第 ${incoming} 次来问取水许可证怎样补办`,
    receivedOn: today(),
    ...more,
  }
}

export function receivedIncoming(
  by: Caller,
  organisationId: string,
  more?: Parameters<typeof someIncoming>[0],
): Promise<IncomingDetail> {
  return by.call(endpoints.receiveIncoming, { params: { organisationId }, body: someIncoming(more) })
}

/** The same, accepted by who received it. */
export async function handledIncoming(...asked: Parameters<typeof receivedIncoming>): Promise<IncomingDetail> {
  const { id, version } = await receivedIncoming(...asked)
  return asked[0].call(endpoints.acceptIncoming, { params: { incomingId: id }, body: { version } })
}
