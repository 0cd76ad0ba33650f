import { lookAlikes } from '../standards/lexicon/look-alikes.ts'
import { readings } from '../standards/lexicon/readings.ts'

type Groups = ReadonlyMap<string, ReadonlySet<string>>

function listed(list: string): string[] {
  return list.trim().split(/\s+/)
}

/** For each character, the groups it belongs to, named as `nameOf` names them. */
function grouped(lists: readonly string[], nameOf: (group: string) => string): Groups {
  const found = new Map<string, Set<string>>()
  for (const group of lists)
    for (const character of group.replace(/^[a-z]+/, '')) {
      const own = found.get(character) ?? new Set()
      found.set(character, own.add(nameOf(group)))
    }
  return found
}

/** A reading as those say it who do not tell sh from s and ng from n. */
function blurred(group: string): string {
  return (/^[a-z]+/.exec(group)?.[0] ?? group).replace(/^([zcs])h/, '$1').replace(/ng$/, 'n')
}

let sounds: { readonly alike: Groups; readonly nearly: Groups } | undefined

function soundsOf(): { readonly alike: Groups; readonly nearly: Groups } {
  sounds ??= {
    alike: grouped([...listed(readings), ...listed(lookAlikes)], (group) => group),
    nearly: grouped(listed(readings), blurred),
  }
  return sounds
}

function shareGroup(groups: Groups, one: string, other: string): boolean {
  const [first, second] = [groups.get(one), groups.get(other)]
  return one !== other && first !== undefined && second !== undefined && haveCommon(first, second)
}

function haveCommon(one: ReadonlySet<string>, other: ReadonlySet<string>): boolean {
  for (const each of one) if (other.has(each)) return true
  return false
}

/** True if two different characters sound alike (without tones) or look alike, so that one is easily typed for the other. */
export function areEasilyConfused(one: string, other: string): boolean {
  return shareGroup(soundsOf().alike, one, other)
}

/** True if two different characters sound alike to those who do not tell sh from s and ng from n. */
export function soundNearlyAlike(one: string, other: string): boolean {
  return shareGroup(soundsOf().nearly, one, other)
}
