/** The line, counted from 1, on which each key and array element of a JSON text stands, by its path: `rules/count/total` is `["rules","count/total"]` as JSON. */
export type JsonLines = ReadonlyMap<string, number>

const TOKEN = /"(?:[^"\\]|\\.)*"|[{}[\],:]|\n|[^\s{}[\],:"]+/g

/** Where the keys of a valid JSON text stand. */
export function findJsonLines(text: string): JsonLines {
  const lines = new Map<string, number>()
  const path: (string | number)[] = []
  let line = 1
  let key = ''
  const note = (): void => {
    const place = JSON.stringify(path)
    if (!lines.has(place)) lines.set(place, line)
  }
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '\n') line += 1
    else if (token === '{' || token === '[') {
      note()
      path.push(token === '[' ? 0 : '')
    } else if (token === '}' || token === ']') path.pop()
    else if (token === ',') advance(path)
    else if (token === ':') {
      path[path.length - 1] = key
      note()
    } else if (typeof path.at(-1) === 'number') note()
    else if (token.startsWith('"')) key = String(JSON.parse(token))
  }
  return lines
}

function advance(path: (string | number)[]): void {
  const last = path.at(-1)
  if (typeof last === 'number') path[path.length - 1] = last + 1
}

/** The line of the innermost part of `path` that is known, 1 if none is. */
export function lineOf(lines: JsonLines, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length -= 1) {
    const line = lines.get(JSON.stringify(path.slice(0, length)))
    if (line !== undefined) return line
  }
  return 1
}
