import type { OrganisationKind } from '@duizhao/contract'
import type { OrganisationPath } from '../../platform/access.ts'

/** An organisation, or a person where they belong, by name. */
export interface NamedPlace {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly path: OrganisationPath
}

/** The last of the names in “上级/名称”, which is what is meant, and those above it. */
export function namesOfWay(words: string): { readonly name: string; readonly above: readonly string[] } {
  const names = words
    .split(/[/／>＞]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')
  return { name: names.at(-1) ?? '', above: names.slice(0, -1) }
}

/** Those that words may mean: called so, and below all that the words name above it. */
export function meant(words: string, known: readonly NamedPlace[]): NamedPlace[] {
  const { name, above } = namesOfWay(words)
  const isBelow = ({ path }: NamedPlace, one: string): boolean =>
    known.some((place) => place.name === one && path.slice(0, -1).includes(place.id))
  return known.filter((place) => place.name === name && above.every((one) => isBelow(place, one)))
}

/** Of several of one name those that lie nearest to a place: with the longest way from the root in common. */
export function nearest<P extends NamedPlace>(found: readonly P[], { path }: Pick<NamedPlace, 'path'>): P[] {
  const shared = (place: P): number => {
    const apart = path.findIndex((id, level) => place.path[level] !== id)
    return apart < 0 ? path.length : apart
  }
  const most = Math.max(...found.map(shared))
  return found.filter((place) => shared(place) === most)
}
