import { expect, it } from 'vitest'
import { router } from './app/router.ts'
import { ledgerTasks } from './loop/ledger/help-part.tsx'
import { meetingTasks } from './loop/meetings/help-part.tsx'
import { recordTasks } from './loop/records/help-part.tsx'

it('the help teaches ten things, each begins on a page there is', () => {
  const tasks = [...ledgerTasks, ...meetingTasks, ...recordTasks]
  expect(tasks).toHaveLength(10)
  const pages = Object.keys(router.routesByPath)
  expect(tasks.filter(({ path }) => !pages.includes(path))).toEqual([])
})
