import { expect, it } from 'vitest'
import { ApprovalChains, defaultApprovalChains } from './approval-chain.ts'
import { problemSources } from './problem.ts'

it('chains an office set before there were more sources stay as they are, and the new ones have the usual', () => {
  const own = [{ name: '党组会审定', role: 'head', isSuperior: false }]
  const { talk: _, study: __, case: ___, supervision: ____, third_party: _____, ...before } = defaultApprovalChains
  const read = ApprovalChains.parse({ ...before, meeting: own })
  expect(read).toEqual({ ...defaultApprovalChains, meeting: own })
  expect(Object.keys(read).toSorted()).toEqual([...problemSources].toSorted())
})
