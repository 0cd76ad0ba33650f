import { matterName } from './expressions.ts'
import { traitsOf } from './traits.ts'

/** What a problem is about, by name (党费, 公务接待); an empty list where nothing known stands in it. */
export function mattersOf(text: string): string[] {
  return [...traitsOf({ aspect: '', text }).matters].flatMap((group) => matterName(group) ?? [])
}
