/** Builds the web application into packages/web/dist, if it is not newer than its sources already. */
import { globSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import react from '@vitejs/plugin-react'
import { build, type Plugin } from 'vite'

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

/** What does nothing but return a value: a table made by one of these that no page reads is left out. */
const PURE = [
  'Object.entries',
  'Object.fromEntries',
  'Object.keys',
  'Object.values',
  'createContext',
  'forwardRef',
  'memo',
]

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
    plugins: [withoutDescriptions, react()],
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
