import type { BatchRow } from '@duizhao/contract'
import { expect, it } from 'vitest'
import { type Sent, writePasted } from './write-pasted.ts'

const row = (problemId: string, isDone: boolean, version: number | null): BatchRow => ({
  ...{ problemId, isDone, version },
  message: isDone ? '好了' : '别人改过',
})

const sent: Sent = {
  problemId: 'a',
  change: { problemId: 'a', version: 3, aspect: '作风' },
  assignment: { problemId: 'a', version: 3, leadId: 'l' },
}

it('who answers for a problem is written on what the text has become', async () => {
  const versions: number[] = []
  const [written] = await writePasted([sent], {
    change: async () => [row('a', true, 4)],
    assign: async (all) => {
      versions.push(...all.map(({ version }) => version))
      return [row('a', true, 5)]
    },
  })
  expect(versions).toEqual([4])
  expect(written).toMatchObject({ row: { isDone: true, version: 5 }, isChanged: true, isAssigned: true })
})

it('a half that was refused is told apart from the one that was done', async () => {
  const [written] = await writePasted([sent], {
    change: async () => [row('a', true, 4)],
    assign: async () => [row('a', false, null)],
  })
  expect(written).toEqual({
    row: { problemId: 'a', isDone: false, version: 4, message: '内容：好了；责任领导、责任人：别人改过' },
    ...{ isChanged: true, isAssigned: false },
  })
  const [alone] = await writePasted([{ ...sent, assignment: null }], {
    change: async () => [row('a', false, null)],
    assign: () => Promise.reject(new Error('nothing was to be assigned')),
  })
  expect(alone?.row).toEqual(row('a', false, null))
})
