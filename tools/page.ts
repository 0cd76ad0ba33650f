/** `npm run page`: the one-file application, dist/duizhao.html. Everything it needs stands in it; it loads and sends nothing. */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { pathToFileURL } from 'node:url'
import { meetingTemplates, rules } from '@duizhao/engine'
import { familyNames, reportStyle } from '@duizhao/report'
import { embed, KEYS_DIALOGUE } from '@duizhao/report/html'
import { EMBEDDED, type Facts, FRAME } from '@duizhao/page'
import { hashOf, pageAssets } from '@duizhao/view/written'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '..')
const page = join(root, 'packages/page/src')
/** What intranets still run: Chromium 90 and browsers of its time. */
const TARGET = ['chrome90', 'firefox90']

/** Builds the page. Returns its bytes as text. */
export async function buildPage(): Promise<string> {
  const [script, worker] = [await bundle(join(page, 'main.ts')), await bundle(join(page, 'worker/main.ts'))]
  const assets = pageAssets()
  const style = `${assets.style}\n${reportStyle}\n${readFileSync(join(page, 'frame/page.css'), 'utf8')}`
  const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}' blob:`,
    'worker-src blob:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const embedded = [
    [EMBEDDED.worker, worker],
    [EMBEDDED.characterMaps, JSON.stringify(characterMaps())],
    [EMBEDDED.facts, facts()],
    [EMBEDDED.assets, assets],
  ] as const
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>对照</title>
<style>${style}</style>
</head>
<body>
${FRAME}
${KEYS_DIALOGUE}
${embedded.map(([id, words]) => embed(id, words)).join('\n')}
<script>${script}</script>
</body>
</html>
`
}

/** One classic script, with nothing left to load. */
async function bundle(entry: string): Promise<string> {
  const built = await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      write: false,
      modulePreload: false,
      target: TARGET,
      minify: true,
      chunkSizeWarningLimit: 8_000,
      rolldownOptions: {
        input: entry,
        output: { format: 'iife', codeSplitting: false, entryFileNames: 'entry.js' },
      },
    },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (output === undefined || !('output' in output)) throw new Error(`${entry} came to nothing`)
  const chunks = output.output.filter((chunk) => chunk.type === 'chunk')
  const [chunk] = chunks
  if (chunk === undefined || chunks.length > 1) throw new Error(`${entry} came to ${chunks.length} scripts`)
  // A script element ends where its text says so.
  return chunk.code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--')
}

/** pdfjs-dist's character maps for Chinese, Base64 by name: old PDF files do not carry theirs. */
function characterMaps(): Record<string, string> {
  const engine = createRequire(pathToFileURL(join(root, 'packages/engine/package.json')))
  const folder = join(dirname(engine.resolve('pdfjs-dist/package.json')), 'cmaps')
  const names = readdirSync(folder).filter((name) =>
    /^(?:GB|Adobe-GB|UniGB|Identity|ETen|B5|UniCNS|Adobe-CNS)/.test(name),
  )
  return Object.fromEntries(
    names.map((name) => [name.replace(/\.bcmap$/, ''), readFileSync(join(folder, name)).toString('base64')]),
  )
}

function facts(): Facts {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return {
    version: manifest.version,
    templates: meetingTemplates.map(({ id, campaign }) => ({ id, campaign })),
    families: Object.entries(familyNames).map(([family, name]) => ({
      name,
      rules: rules
        .filter(({ id }) => id.startsWith(`${family}/`))
        .map(({ id, name: rule, severity }) => ({ id, name: rule, severity })),
    })),
  }
}

if (process.argv[1] !== undefined && existsSync(process.argv[1]) && resolve(process.argv[1]) === import.meta.filename) {
  const path = join(root, 'dist/duizhao.html')
  const text = await buildPage()
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
  process.stdout.write(`dist/duizhao.html，${(Buffer.byteLength(text) / 2 ** 20).toFixed(2)} MB\n`)
}
