/** Makes marked bodies out of other samples' bodies: the copies of known degree. Marks travel with their words. */
import type { Source } from './source.ts'

/** The marked body of a source, with what its header takes from other sources carried out. */
export function derivedBody(source: Source, all: ReadonlyMap<string, Source>): string {
  const from = source.header.get('from')
  let body = from === undefined ? source.body : bodyOf(all, from)
  body = body.replace(/⟪include (\S+) (\S+) (\S+)⟫\n/g, (_, name: string, first: string, next: string) => {
    const origin = bodyOf(all, name)
    return `⟨share ${source.name.replace('.source', '')}⟩${origin.slice(lineStart(origin, first), lineStart(origin, next))}⟨/share⟩`
  })
  for (const pair of source.header.get('swap')?.split(' ') ?? []) {
    const [before = '', after = ''] = pair.split('=')
    body = body.replaceAll(before, after)
  }
  if (source.header.get('reorder') === 'yes') body = reorderItems(body)
  const percent = source.header.get('substitute')
  if (percent !== undefined) body = substitute(body, Number(percent))
  const [family, words] = source.header.get('plant')?.split('|') ?? []
  if (words !== undefined) body = body.replace(words, `⟦${family}|${words}⟧`)
  return body
}

function bodyOf(all: ReadonlyMap<string, Source>, name: string): string {
  const source = all.get(`${name}.source`)
  if (source === undefined) throw new Error(`no source ${name}`)
  return source.body
}

function lineStart(body: string, line: string): number {
  const at = body.indexOf(`\n${line}`)
  if (at < 0) throw new Error(`no line ${line}`)
  return at + 1
}

/** Within every run of numbered items the numbers stay and the items change places; within an item the sentences do. */
function reorderItems(body: string): string {
  const item = /^((?:⟦numbering\|)?\d+\.⟧?)((?:⟨[pcr]⟩|⟦).*)$/
  const lines = body.split('\n')
  for (let first = 0; first < lines.length; first++) {
    const run: number[] = []
    while (first < lines.length && (lines[first] === '' || item.test(lines[first] ?? ''))) {
      if (lines[first] !== '') run.push(first)
      first++
    }
    const contents = run.map((index) => reorderSentences(item.exec(lines[index] ?? '')?.[2] ?? ''))
    for (const index of run) lines[index] = (item.exec(lines[index] ?? '')?.[1] ?? '') + (contents.pop() ?? '')
  }
  return lines.join('\n')
}

function reorderSentences(words: string): string {
  if (words.includes('⟦')) return words
  const [lead = '', ...rest] = words.split(/(?<=。)/)
  return lead + rest.toReversed().join('')
}

/** Replaces a share of the Chinese characters of long lines by others, always the same ones. */
function substitute(body: string, percent: number): string {
  const others = '已其中关与对将把从于更再能可会同各全面向上下来去有无多少大小高新'
  let seed = 20240117
  const next = (limit: number): number => (seed = (seed * 1103515245 + 12345) % 2147483648) % limit
  return body
    .split('\n')
    .map((line) =>
      line.length < 40
        ? line
        : line.replace(/⟨[^⟩]*⟩|⟦[a-z/-]+\||[一-鿿]/g, (match) =>
            match.length > 1 || Math.floor(next(2 ** 30) / 1000) % 100 >= percent
              ? match
              : (others[Math.floor(next(2 ** 30) / 1000) % others.length] ?? match),
          ),
    )
    .join('\n')
}
