import { severityNames } from '@duizhao/engine/wording'
import { severityWords } from '@duizhao/view'
import { expect, it } from 'vitest'

it('the views of a result, which import nothing, call the severities as the engine does', () => {
  expect(severityWords).toEqual(severityNames)
})
