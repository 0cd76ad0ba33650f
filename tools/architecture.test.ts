import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')
const folders = ['packages', 'tools', 'samples', 'bench', 'e2e']

interface Config {
  readonly default: { readonly forbidden: readonly { readonly name: string }[] }
  readonly rooms: readonly string[]
  readonly queries: string
}
const config = (await import(join(root, '.dependency-cruiser.mjs'))) as Config

/** All that is written here, as paths from the root. */
const files = globSync(
  folders.map((folder) => `${folder}/**/*.{ts,tsx}`),
  { cwd: root, exclude: (name) => name === 'node_modules' },
).map((file) => file.replaceAll('\\', '/'))

interface Cruise {
  readonly modules: readonly {
    readonly source: string
    readonly dependencies: readonly { readonly resolved: string }[]
  }[]
  readonly summary: { readonly violations: readonly { readonly rule: { readonly name: string } }[] }
}

function cruise(folder: string): Cruise {
  const depcruise = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const { stdout } = spawnSync(
    process.execPath,
    [depcruise, '--config', join(root, '.dependency-cruiser.mjs'), '--output-type', 'json', ...folders],
    { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28 },
  )
  return JSON.parse(stdout) as Cruise
}

/**
 * The features that import each other, straight or over others. Without their tests: those of the server use its testing
 * folder, which uses every feature, and depcruise weighs folders with their tests.
 */
function featureCircles({ modules }: Cruise): string[] {
  const featureOf = (file: string): string | undefined =>
    /^packages\/(?:contract|server|web)\/src\/(?:platform|office|loop)\/[^/]+(?=\/)/.exec(file)?.[0]
  const arrows = new Map<string, Set<string>>()
  for (const { source, dependencies } of modules) {
    const from = featureOf(source)
    if (from === undefined || /[.]test[.]tsx?$/.test(source)) continue
    const to = dependencies.flatMap(({ resolved }) => featureOf(resolved) ?? []).filter((each) => each !== from)
    arrows.set(from, new Set([...(arrows.get(from) ?? []), ...to]))
  }
  const reached = (from: string, seen = new Set<string>()): Set<string> => {
    for (const to of arrows.get(from) ?? []) if (!seen.has(to)) reached(to, seen.add(to))
    return seen
  }
  return [...arrows.keys()].filter((feature) => reached(feature).has(feature))
}

/** For each rule a file that breaks it, by importing what it must not. */
const violations: Readonly<Record<string, readonly [file: string, content: string]>> = {
  'engine-is-alone': [
    'packages/engine/src/outline/a.ts',
    "import type { X } from '../../../cli/src/innocent.ts'\nexport type Y = X",
  ],
  'enter-by-the-door': ['packages/cli/src/b.ts', "export * from '../../engine/src/span.ts'"],
  'report-is-above-engine-and-view': ['packages/report/src/q.ts', "export * from '../../cli/src/index.ts'"],
  'report-knows-no-platform': [
    'packages/report/src/text/r.ts',
    "import { basename } from 'node:path'\nexport const r = basename",
  ],
  'workshop-is-apart': ['packages/workshop/src/ab.ts', "export * from '../../cli/src/index.ts'"],
  'workshop-knows-its-platform-behind-doors': [
    'packages/workshop/src/browser/ac.ts',
    "import { fork } from 'node:child_process'\nexport const ac = fork",
  ],
  'contract-is-below': ['packages/contract/src/s.ts', "export * from '../../report/src/index.ts'"],
  'contract-knows-no-platform': [
    'packages/contract/src/loop/probe/r.ts',
    "import { basename } from 'node:path'\nexport const r = basename",
  ],
  'server-is-above-contract-and-engine': ['packages/server/src/t.ts', "export * from '../../cli/src/index.ts'"],
  'web-knows-no-server': ['packages/web/src/u.ts', "export * from '../../server/src/index.ts'"],
  'page-is-above-report': ['packages/page/src/v.ts', "export * from '../../cli/src/index.ts'"],
  // In a feature that nobody has heard of: what is new is checked like what was there.
  'storeys-go-down': ['packages/server/src/platform/probe/w.ts', "export * from '../../loop/probe/index.ts'"],
  'loop-is-below-what-starts-it': ['packages/contract/src/loop/probe/w.ts', "export * from '../../index.ts'"],
  'features-enter-by-the-door': ['packages/server/src/loop/probe/x.ts', "export * from '../other/innocent.ts'"],
  'web-features-are-apart': [
    'packages/web/src/loop/probe/probe-page.tsx',
    "import { x } from '../other/innocent.tsx'\nexport const Probe = () => <p>{x}</p>",
  ],
  'web-elements-know-no-feature': [
    'packages/web/src/platform/archetypes/w.tsx',
    "export { x } from '../elements/innocent.tsx'",
  ],
  'use-cases-know-no-http': [
    'packages/server/src/loop/probe/do-something.ts',
    "import type { FastifyInstance } from 'fastify'\nexport type Y = FastifyInstance",
  ],
  'sql-in-queries': [
    'packages/server/src/loop/probe/change-something.ts',
    "import type { Kysely } from 'kysely'\nexport type Y = Kysely",
  ],
  'engine-knows-no-platform': [
    'packages/engine/src/outline/c.ts',
    "import { readFileSync } from 'node:fs'\nexport const c = readFileSync",
  ],
  'engine-has-four-dependencies': ['packages/engine/src/outline/d.ts', "import { z } from 'zod'\nexport const d = z"],
  'reading-is-below': ['packages/engine/src/reading/e.ts', "export const e = await import('../outline/innocent.ts')"],
  'outline-is-below': [
    'packages/engine/src/outline/f.ts',
    "import { type X } from '../examination/innocent.ts'\nexport type F = X",
  ],
  'tables-is-below': ['packages/engine/src/tables/g.ts', "export * from '../outline/innocent.ts'"],
  'ledgers-is-below': ['packages/engine/src/ledgers/y.ts', "export * from '../outline/innocent.ts'"],
  'findings-is-below': ['packages/engine/src/findings/aa.ts', "export * from '../review/innocent.ts'"],
  'examination-is-below': ['packages/engine/src/examination/h.ts', "export * from '../review/innocent.ts'"],
  'recurrence-is-below': ['packages/engine/src/recurrence/i.ts', "export * from '../reading/innocent.ts'"],
  'similarity-is-below': ['packages/engine/src/similarity/i.ts', "export * from '../reading/innocent.ts'"],
  'compliance-is-below': ['packages/engine/src/compliance/i2.ts', "export * from '../reading/innocent.ts'"],
  'wording-is-below': ['packages/engine/src/wording/z.ts', "export * from '../outline/innocent.ts'"],
  'standards-import-nothing': ['packages/engine/src/standards/j.ts', "export * from '../span.ts'"],
  'rules-never-import-rules': ['packages/engine/src/review/rules/count/k.ts', "export * from '../wording/innocent.ts'"],
  'tests-are-not-imported': ['packages/engine/src/outline/l.ts', "export * from './innocent.test.ts'"],
  'view-is-alone': ['packages/view/src/m.ts', "export * from '../../report/src/index.ts'"],
  'no-circles': ['packages/engine/src/outline/n.ts', "export * from './n2.ts'"],
  'no-folder-circles': ['packages/cli/src/files/o.ts', "export * from '../output/o.ts'"],
  'everything-resolves': ['tools/p.ts', "export * from './nowhere.ts'"],
}

const innocents: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [
      'engine/src/outline',
      'engine/src/examination',
      'engine/src/review',
      'engine/src/reading',
      'engine/src/review/rules/wording',
      'cli/src',
      'report/src',
      'server/src/loop/other',
    ].map((folder) => [`packages/${folder}/innocent.ts`, 'export type X = 1\nexport const x = 1']),
  ),
  'packages/web/src/platform/elements/innocent.tsx': 'export const x = 1',
  'packages/web/src/loop/other/innocent.tsx': 'export const x = 1',
  'packages/server/src/loop/probe/index.ts': 'export const x = 1',
  'packages/contract/src/index.ts': 'export const x = 1',
  'node_modules/kysely/package.json': '{ "name": "kysely", "version": "1.0.0", "exports": "./index.js" }',
  'node_modules/kysely/index.js': 'export const k = 1',
  'node_modules/fastify/package.json': '{ "name": "fastify", "version": "1.0.0", "exports": "./index.js" }',
  'node_modules/fastify/index.js': 'export const f = 1',
  'packages/engine/src/span.ts': 'export const s = 1',
  'packages/cli/src/index.ts': 'export const i = 1',
  'packages/report/src/index.ts': 'export const i = 1',
  'packages/server/src/index.ts': 'export const i = 1',
  'packages/engine/src/outline/innocent.test.ts': 'export const t = 1',
  'packages/engine/src/outline/n2.ts': "export * from './n.ts'",
  'packages/cli/src/output/o.ts': "export * from '../files/o2.ts'",
  'packages/cli/src/files/o2.ts': 'export const o = 1',
  // Two features in a circle, no two files.
  'packages/server/src/loop/here/index.ts': 'export const x = 1',
  'packages/server/src/loop/here/there.ts': "export * from '../there/index.ts'",
  'packages/server/src/loop/there/index.ts': 'export const x = 1',
  'packages/server/src/loop/there/here.ts': "export * from '../here/index.ts'",
  'samples/s.ts': 'export const s = 1',
  'bench/b.ts': 'export const b = 1',
  'e2e/e.ts': 'export const e = 1',
  'package.json': '{ "type": "module" }',
  'node_modules/zod/package.json': '{ "name": "zod", "version": "1.0.0", "exports": "./index.js" }',
  'node_modules/zod/index.js': 'export const z = 1',
}

describe('the features of the web', () => {
  it('are the folders on disk, but for what features are made of', () => {
    const web = join(root, 'packages/web/src')
    const folders = globSync('{platform,office,loop}/*/', { cwd: web }).map((folder) => folder.replaceAll('\\', '/'))
    const made = /^platform\/(service|archetypes|elements)\/?$/
    const listed = readFileSync(join(web, 'features.ts'), 'utf8').match(
      /(?<=from '[.]\/)(platform|office|loop)\/[^/]+/g,
    )
    expect(listed?.toSorted(), '新功能的文件夹要在 web 的 features.ts 里写一行').toEqual(
      folders
        .filter((folder) => !made.test(folder))
        .map((folder) => folder.replace(/\/$/, ''))
        .toSorted(),
    )
  })
})

describe('import directions', () => {
  it('are checked in every file, and no features go in a circle', () => {
    const whole = cruise(root)
    expect(featureCircles(whole), '功能之间不循环引用').toEqual([])
    const cruised = new Set(whole.modules.map(({ source }) => source))
    expect(files.length).toBeGreaterThan(50)
    expect(files.filter((file) => !cruised.has(file))).toEqual([])
  })

  it('are checked by rules each of which sees its planted violation', () => {
    const folder = mkdtempSync(join(tmpdir(), 'duizhao-arrows-'))
    for (const [file, content] of [...Object.entries(innocents), ...Object.values(violations)]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), content)
    }
    const planted = cruise(folder)
    const reported = new Set(planted.summary.violations.map(({ rule }) => rule.name))
    rmSync(folder, { recursive: true })
    expect(featureCircles(planted)).toEqual(['packages/server/src/loop/here', 'packages/server/src/loop/there'])
    expect(Object.keys(violations).toSorted()).toEqual(config.default.forbidden.map(({ name }) => name).toSorted())
    expect([...reported].toSorted()).toEqual(Object.keys(violations).toSorted())
  })
})

describe('every file', () => {
  const placeless = (paths: readonly string[]): string[] =>
    paths.filter((file) => !config.rooms.some((room) => new RegExp(room).test(file)))

  it('lies in a room that has arrows', () => {
    const probes = ['packages/probe/src/a.ts', 'packages/server/src/probe/a.ts', 'packages/web/src/loop/a.tsx']
    expect(placeless(probes)).toEqual(probes)
    expect(
      placeless(files),
      '不在任何房间里的文件：移到一个房间，或在 .dependency-cruiser.mjs 的 rooms 里写上新房间和它的箭头',
    ).toEqual([])
  })
})

describe('the server', () => {
  const isSql = (content: string): boolean =>
    /[.](?:selectFrom|insertInto|updateTable|deleteFrom|query)\(|\bsql(?:<[^`\n]*>)?`/.test(content)

  it('holds SQL in its query files only: a statement needs no import where a database is at hand', () => {
    const planted = ["await tx.deleteFrom('measure').execute()", 'sql<number>`count(*)`', "client.query('select 1')"]
    expect(planted.map(isSql)).toEqual([true, true, true])
    const others = files.filter(
      (file) => file.startsWith('packages/server/src/') && !new RegExp(config.queries).test(file),
    )
    expect(others.length).toBeGreaterThan(50)
    const found = others.filter((file) => isSql(readFileSync(join(root, file), 'utf8')))
    expect(found, 'SQL 移到这个功能的 queries.ts 或 *-queries.ts，成为有名字的函数').toEqual([])
  })
})
