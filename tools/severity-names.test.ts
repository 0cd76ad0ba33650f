import { severityNames } from '@duizhao/engine/wording'
import { expect, it } from 'vitest'
import { severityWords } from '../packages/view/src/severity.ts'

it('the views of a result, which import nothing, call the severities as the engine does', () => {
  expect(severityWords).toEqual(severityNames)
})
