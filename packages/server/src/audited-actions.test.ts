import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { actionNames, endpoints, problemMachine } from '@duizhao/contract'
import { expect, it } from 'vitest'

const sources = globSync('**/*.ts', { cwd: import.meta.dirname, exclude: (name) => name === 'testing' })
  .filter((path) => !path.endsWith('.test.ts'))
  .map((path) => readFileSync(join(import.meta.dirname, path), 'utf8'))
  .join('\n')

/** Every name of an action that stands in the code: `feature.verbNoun`. */
const named = new Set(
  [...sources.matchAll(/\baction(?::| =|\W+\?) *'([a-z]+[.][a-zA-Z]+)'/g)].flatMap(([, name]) => name ?? []),
)

it('every action that is written into the audit log has a name for readers', () => {
  expect(named.size).toBeGreaterThan(40)
  expect([...named].filter((action) => !(action in actionNames))).toEqual([])
})

it('every name is of an action that can be written: of an endpoint, which can be refused, of a step, or in the code', () => {
  const possible = new Set([
    ...Object.values(endpoints).map(({ action }) => action),
    ...Object.keys(problemMachine.actionNames).map((action) => `ledger.${action}`),
    ...named,
  ])
  expect(Object.keys(actionNames).filter((action) => !possible.has(action))).toEqual([])
})

it('every action has a name of its own', () => {
  const names = Object.entries(actionNames)
  const shared = [...Map.groupBy(names, ([, name]) => name)].filter(([, all]) => all.length > 1)
  expect(shared.map(([name, all]) => `${name}: ${all.map(([action]) => action).join('、')}`)).toEqual([])
})
