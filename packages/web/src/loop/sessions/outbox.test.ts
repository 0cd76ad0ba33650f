import { describe, expect, it } from 'vitest'
import { newLineId, nextOf, putIn, refuse, takeOut, waitingIn, type Written } from './outbox.ts'

const remark = (id: string, text: string): Written => ({
  ...{ id, what: 'remark' },
  body: { fromId: 'a', aboutId: 'b', text, version: null },
})
const [one, other] = [remark('1', '下基层少'), remark('2', '学习不够')]

describe('what waits to be sent', () => {
  it('goes in the order in which it was written, once each', () => {
    const waiting = putIn(putIn([], one), other)
    expect(nextOf(waiting)).toBe(one)
    expect(nextOf(takeOut(waiting, one))).toBe(other)
  })

  it('is sent as it was written last, also when that was while it was on its way', () => {
    const again = remark('1', '下基层少，全年四次')
    const waiting = putIn(putIn([], one), again)
    expect(waiting.map(({ written }) => written)).toEqual([again])
    expect(nextOf(takeOut(waiting, one))).toBe(again)
  })

  it('stays when it is refused, and lets the rest go by', () => {
    const waiting = refuse(putIn(putIn([], one), other), one, '另一位记录人改过')
    expect(nextOf(waiting)).toBe(other)
    expect(waiting).toHaveLength(2)
    expect(nextOf(putIn(waiting, remark('1', '改好了')))).toMatchObject({ id: '1' })
  })

  it('comes back from what the browser kept, and nothing from what is none of it', () => {
    const waiting = putIn([], one)
    expect(waitingIn(JSON.parse(JSON.stringify({ waiting })) as object)).toEqual(waiting)
    expect(waitingIn({})).toEqual([])
  })
})

it('a new id is one the service takes, also where there is no TLS', () => {
  expect(newLineId(new Uint8Array(16).fill(255))).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff')
})
