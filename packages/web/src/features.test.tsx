import { features as contractFeatures, problemActions } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { describe, expect, it } from 'vitest'
import { router } from './app/router.ts'
import { places } from './app/navigation.ts'
import { features } from './features.ts'
import { ledgerForms } from './loop/ledger/acts/act-form.tsx'
import type { Feature } from './platform/feature.ts'

describe('the features of the web', () => {
  it('are called as in the contract; the help is about them all', () => {
    expect(features.map(({ name }) => name).toSorted(), '新功能要在 web 的 features.ts 里写一行').toEqual(
      [...Object.keys(contractFeatures), 'help'].toSorted(),
    )
  })

  it('tell of an address that leads nowhere in words, not with the router’s Not Found', () => {
    expect(router.options.defaultNotFoundComponent).toBeDefined()
  })

  it('have places in the menu that lead to pages, each at a spot of its own', () => {
    const pages = Object.keys(router.routesByPath)
    expect(places.filter(({ path }) => !pages.includes(path))).toEqual([])
    expect(new Set(places.map(({ order }) => order)).size).toBe(places.length)
  })

  it('bring one form for each action of a problem', () => {
    const brought = features.flatMap(({ problemForms = {} }: Feature) => Object.keys(problemForms))
    expect([...Object.keys(ledgerForms), ...brought].toSorted()).toEqual(problemActions.toSorted())
  })

  it('keep the types of their pages: a link that leads nowhere does not compile', () => {
    // @ts-expect-error: there is no such page
    expect(<Link to="/nowhere" />).toBeDefined()
    // @ts-expect-error: a problem is opened by its id
    expect(<Link to="/problems/$problemId" />).toBeDefined()
  })
})
