import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { FoundFinding } from './findings-in.ts'

/** A finding with its place and its words told, so that it can be compared and printed. */
export type LocatedFinding = Omit<FoundFinding, 'place' | 'excerpt' | 'span'> & {
  /** "第12行", a cell, or empty for the whole file. */
  readonly place: string
  readonly excerpt: string
}

/** The door of an engine of any version, as far as it is used here. */
interface Engine {
  read(bytes: Uint8Array, name: string): Promise<{ readonly text?: string }>
}

/** Looks up the lines and the words of the findings in the texts as the engine of the project in `root` reads them. */
export async function locate(root: string, findings: readonly FoundFinding[]): Promise<LocatedFinding[]> {
  const engine = (await import(pathToFileURL(join(root, 'packages/engine/src/index.ts')).href)) as Engine
  const texts = new Map<string, string>()
  for (const { path, span } of findings)
    if (span !== undefined && !texts.has(path)) texts.set(path, await textOf(engine, path))
  return findings.map(({ place, excerpt, span, ...finding }) => {
    const text = texts.get(finding.path) ?? ''
    const line = span === undefined ? '' : `第${text.slice(0, span.start).split('\n').length}行`
    return { ...finding, place: place ?? line, excerpt: excerpt ?? (span ? text.slice(span.start, span.end) : '') }
  })
}

/** Empty if the file cannot be read: its findings then have no words to show. */
async function textOf({ read }: Engine, path: string): Promise<string> {
  return (await read(await readFile(path), basename(path))).text ?? ''
}
