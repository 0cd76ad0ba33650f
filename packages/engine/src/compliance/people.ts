import type { TalkFact } from './facts.ts'

/** How somebody is called; the id of one whose name nobody gave. */
export function nameIn(names: ReadonlyMap<string, string>, id: string): string {
  return names.get(id) ?? id
}

/** Whether two talked with each other: one asked for it, the other was met. */
export function talkedTogether({ by, with: others }: TalkFact<unknown>, one: string, other: string): boolean {
  return (by === one && others.includes(other)) || (by === other && others.includes(one))
}
