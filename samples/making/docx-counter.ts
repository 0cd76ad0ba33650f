/** A list instance that begins again at 1 on one level. */
export interface Restart {
  readonly list: number
  readonly level: number
}

interface Numbered {
  readonly mark: string
  readonly level: number
  readonly list: number
}

const digits = '一二三四五六七八九十'
const levels = [/^[一二三四五六七八九十]+、/, /^（[一二三四五六七八九十]+）/, /^\d+\./]

/**
 * Counts as Word would. A line whose mark is what Word would show next is numbered by Word; one that begins again
 * at 1 gets a list instance of its own; any other mark (a planted wrong number) stays as typed words.
 */
export function createCounter(): { restarts: Restart[]; next(line: string): Numbered | null } {
  const counts = [0, 0, 0]
  const lists = [1, 1, 1]
  const restarts: Restart[] = []
  return {
    restarts,
    next(line) {
      const level = levels.findIndex((pattern) => pattern.test(line))
      if (level < 0) return null
      const mark = levels[level]?.exec(line)?.[0] ?? ''
      const ordinal = ordinalOf(mark)
      if (ordinal === 1 && counts[level] !== 0) {
        lists[level] = 2 + restarts.length
        restarts.push({ list: 2 + restarts.length, level })
      } else if (ordinal !== (counts[level] ?? 0) + 1) return null
      counts[level] = ordinal
      counts.fill(0, level + 1)
      lists.fill(lists[level] ?? 1, level + 1)
      return { mark, level, list: lists[level] ?? 1 }
    },
  }
}

function ordinalOf(mark: string): number {
  if (/^\d/.test(mark)) return Number.parseInt(mark, 10)
  const [first = '', second = ''] = mark.replaceAll(/[、（）]/g, '')
  if (first === '十') return second === '' ? 10 : 11 + digits.indexOf(second)
  return second === '十' ? (digits.indexOf(first) + 1) * 10 : digits.indexOf(first) + 1
}
