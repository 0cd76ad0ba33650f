/** Builds the web application into packages/web/dist, if it is not newer than its sources already. */
import { globSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { build, parseAst, type Plugin } from 'vite'

const root = resolve(import.meta.dirname, '../packages/web')
const out = join(root, 'dist')

/** True if nothing the application is made of is newer than the build. */
function isFresh(): boolean {
  try {
    const built = statSync(join(out, 'index.html')).mtimeMs
    const sources = globSync(
      ['*.html', 'src/**/*', '../contract/src/**/*.ts', '../{engine,report,view}/src/**/*.{ts,css}'],
      { cwd: root },
    )
    return sources.every((path) => statSync(join(root, path)).mtimeMs <= built)
  } catch {
    return false
  }
}

/** The built application, built now if it is not fresh. */
export async function freshWeb(): Promise<string> {
  if (!isFresh()) await buildWeb()
  return out
}

const DESCRIPTION = /[.]describe[(]\s*(?:'(?:[^'\\]|\\.)*'|`[^`]*`),?\s*[)]/g

/** Who may call an endpoint, with what it refuses, whether it leaves an entry or is long: the service asks, a page never. */
const ASKED_BY_SERVICE =
  /\b(?:access: '[\w.-]+'|refusals: \[[^\]]*\]|leavesEntry: (?:true|'of_secrets')|isLong: true),?/g

/** What fields mean is for the documents of the API; nobody should have to wait for it on a slow line. */
const withoutDescriptions: Plugin = {
  name: 'without-descriptions',
  enforce: 'pre',
  transform: (code, id) =>
    id.includes('/packages/contract/src/') ? code.replaceAll(DESCRIPTION, '').replaceAll(ASKED_BY_SERVICE, '') : null,
}

/** What an endpoint answers is checked by the service; a page takes it as it comes, so its schemas stay at home. */
const withoutAnswers: Plugin = {
  name: 'without-answers',
  enforce: 'pre',
  transform: (code, id) => {
    if (!/\/packages\/contract\/src\/.*endpoints\.ts$/.test(id)) return null
    const found: [number, number][] = []
    collectAnswers(parseAst(code, { lang: 'ts' }), found)
    return found.reduceRight((rest, [start, end]) => rest.slice(0, start) + rest.slice(end).replace(/^\s*,/, ''), code)
  },
}

/** Where the properties named `response` stand in a parsed file. */
function collectAnswers(node: unknown, found: [number, number][]): void {
  if (Array.isArray(node)) for (const each of node) collectAnswers(each, found)
  else if (isNode(node)) {
    const isAnswer = node.type === 'Property' && isNode(node.key) && node.key.name === 'response'
    if (isAnswer) found.push([node.start, node.end])
    else collectAnswers(Object.values(node), found)
  }
}

interface SyntaxNode {
  readonly type: string
  readonly start: number
  readonly end: number
  readonly key?: unknown
  readonly name?: unknown
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value && 'end' in value
}

/** Which passwords are too common is told by the service when one is chosen. */
const withoutCommonPasswords: Plugin = {
  name: 'without-common-passwords',
  enforce: 'pre',
  transform: (code, id) =>
    id.endsWith('/identity/common-passwords.ts') ? code.replace(/new Set\([\s\S]*?\n\)/, 'new Set()') : null,
}

/** What returns a component or a context and does nothing else. */
const PURE = ['createContext', 'forwardRef', 'memo']

/** Builds it, and returns the kilobytes of JavaScript a first visit takes, compressed. */
async function buildWeb(): Promise<number> {
  // In a run of the tests it says `test`, and React would come with its checks for developers, twice the size.
  process.env['NODE_ENV'] = 'production'
  // What every visit needs comes as one file: in many it would be larger, and take longer.
  await buildPage('index.html', { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } })
  // Who answers by a slip has a small page of their own: nothing of the application comes with it.
  await buildPage('answer.html', {})
  compress()
  return initialKilobytes()
}

/** Builds one page; the first empties the folder. */
async function buildPage(name: 'index.html' | 'answer.html', output: object): Promise<void> {
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [withoutDescriptions, withoutAnswers, withoutCommonPasswords, react()],
    // What reads files in the browser comes in pieces, as PDF does only where there is one.
    worker: { format: 'es' },
    build: {
      outDir: out,
      emptyOutDir: name === 'index.html',
      target: 'chrome90',
      chunkSizeWarningLimit: 1_500,
      reportCompressedSize: false,
      rolldownOptions: { input: join(root, name), output, treeshake: { manualPureFunctions: PURE } },
    },
  })
}

/** Beside each text its compressed forms, made once: the service sends what a browser takes. */
function compress(): void {
  for (const path of globSync('**/*.{html,js,css,svg}', { cwd: out })) {
    const bytes = readFileSync(join(out, path))
    writeFileSync(join(out, `${path}.br`), brotliCompressSync(bytes))
    writeFileSync(join(out, `${path}.gz`), gzipSync(bytes, { level: 9 }))
  }
}

/** What index.html itself asks for. */
function initialKilobytes(): number {
  const page = readFileSync(join(out, 'index.html'), 'utf8')
  const names = readdirSync(join(out, 'assets')).filter((name) => name.endsWith('.js') && page.includes(name))
  const bytes = names.reduce((sum, name) => sum + readFileSync(join(out, 'assets', `${name}.gz`)).length, 0)
  return Math.round(bytes / 1024)
}

if (process.argv[1] !== undefined && resolve(process.argv[1]) === import.meta.filename) {
  if (isFresh()) process.stdout.write('packages/web/dist 是新的。\n')
  else process.stdout.write(`packages/web/dist 建好了，首次打开的脚本 ${await buildWeb()} KB（gzip）。\n`)
}
