import type { TalkFact } from './facts.ts'

/** How somebody is called; the id of one whose name nobody gave. */
export function nameIn(names: ReadonlyMap<string, string>, id: string): string {
  return names.get(id) ?? id
}

/** How several are called: 龚自明、秋若水. */
export function namesIn(names: ReadonlyMap<string, string>, ids: readonly string[]): string {
  return ids.map((id) => nameIn(names, id)).join('、')
}

/** Whether two talked with each other: one asked for it, the other was met. */
export function talkedTogether({ by, with: others }: TalkFact<unknown>, one: string, other: string): boolean {
  return (by === one && others.includes(other)) || (by === other && others.includes(one))
}
