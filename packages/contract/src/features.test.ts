import { globSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { endpoints, features } from './features.ts'

it('the features of the contract are those on disk: every folder that declares endpoints, with all it declares', async () => {
  const files = globSync('{platform,office,loop}/*/*endpoints.ts', { cwd: import.meta.dirname })
  const names = new Set(files.map((path) => path.replaceAll('\\', '/').split('/')[1] ?? ''))
  expect(Object.keys(features).toSorted(), '新功能要在 features.ts 里写一行').toEqual([...names].toSorted())
  const folded = new Set<unknown>(Object.values(endpoints))
  for (const file of files) {
    const exported = (await import(join(import.meta.dirname, file))) as Readonly<Record<string, unknown>>
    const declared = Object.entries(exported).filter(([, value]) => Object.hasOwn(Object(value) as object, 'action'))
    expect(declared.filter(([, value]) => !folded.has(value)).map(([name]) => `${file} ${name}`)).toEqual([])
  }
})
