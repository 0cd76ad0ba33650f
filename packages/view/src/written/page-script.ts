import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'

const IMPORT = /^import \{([^}]*)\} from '\.\/([a-z-]+)\.ts';?$/gm
const EXPORT = /^export (?:async )?(?:function|const) (\w+)/gm

/**
 * The page's script as one plain script: the modules of the views, types stripped, each in a function of its own that
 * hands on what it exports. They import only each other and have no default exports, so this is all the bundling needed.
 */
export function pageScript(entry = 'main'): string {
  const done = new Map<string, string>()
  addModule(entry, done)
  return `'use strict';\nconst modules = {};\n${[...done.values()].join('')}`
}

function addModule(name: string, done: Map<string, string>): void {
  if (done.has(name)) return
  const source = readFileSync(new URL(`../${name}.ts`, import.meta.url), 'utf8')
  const plain = stripTypeScriptTypes(source)
  for (const [, , imported] of plain.matchAll(IMPORT)) if (imported !== undefined) addModule(imported, done)
  const exported = Array.from(plain.matchAll(EXPORT), ([, identifier]) => identifier)
  const body = plain
    .replace(
      IMPORT,
      (_, names: string, from: string) => `const {${names.replaceAll(' as ', ': ')}} = modules['${from}'];`,
    )
    .replace(/^export /gm, '')
    .replace(/[ \t]+$/gm, '')
  done.set(name, `modules['${name}'] = (() => {\n${body}\nreturn { ${exported.join(', ')} };\n})();\n`)
}
