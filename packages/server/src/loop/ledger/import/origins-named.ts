import { onlyPlaceOf, type OriginWords, versionNamed } from '@duizhao/engine/wording'
import type { ActorContext } from '../../../platform/context.ts'
import { dateInChina } from '../../../platform/calendar/index.ts'
import type { OrganisationRow } from '../../../office/organisation/index.ts'
import { seenVersions, textOfVersion, versionsTitled } from '../../papers/index.ts'
import { recordsNamed, recordsSeen } from '../../records/index.ts'
import type { OriginPlace } from '../origin-queries.ts'
import type { FoundOrigin, LedgerLine } from './ledger-line.ts'

/** Beyond so many versions of papers nothing is looked up: each is read as a file. */
const MOST_READ = 200

/** What a cell names, as it is kept where nothing was found. */
const asWritten = ({ named, words }: OriginWords): OriginPlace => ({
  ...{ versionId: null, begins: null, ends: null, recordId: null, topic: null },
  ...{ named, words },
})

/**
 * Where the passages that the lines name stand: in papers and records of the organisation and below that the actor sees.
 * What stands nowhere there, or in several places, is not among them.
 */
export async function findOrigins(
  context: ActorContext,
  organisation: OrganisationRow,
  lines: readonly LedgerLine[],
): Promise<FoundOrigin[]> {
  const wanted = [...new Map(lines.flatMap(({ origins }) => origins).map((one) => [keyOf(one), one])).values()]
  if (wanted.length === 0) return []
  const [inPapers, inRecords] = await Promise.all([
    placesInPapers(context, organisation, wanted),
    placesInRecords(context, organisation, wanted),
  ])
  return wanted.flatMap((one) => {
    const places = [...(inPapers.get(keyOf(one)) ?? []), ...(inRecords.get(keyOf(one)) ?? [])]
    const [place] = places
    return place === undefined || places.length > 1 ? [] : [{ ...place, of: one }]
  })
}

/** Of what was found before, what the actor still sees. */
export async function stillSeen(context: ActorContext, found: readonly FoundOrigin[]): Promise<FoundOrigin[]> {
  const { db, actor, now } = context
  const idsOf = (of: (one: FoundOrigin) => string | null): string[] => [
    ...new Set(found.flatMap((one) => of(one) ?? [])),
  ]
  const [versions, records] = await Promise.all([
    seenVersions(
      db,
      actor,
      idsOf(({ versionId }) => versionId),
    ),
    recordsSeen(
      db,
      { actor, today: dateInChina(now) },
      idsOf(({ recordId }) => recordId),
    ),
  ])
  return found.filter(({ versionId, recordId }) => {
    const record = records.get(recordId ?? '')
    return (
      versions.has(versionId ?? '') || (record !== undefined && record.view !== 'outline' && record.withdrawn === null)
    )
  })
}

/** Where each passage stands; what was not found, as it is written. */
export function placesOf(found: readonly FoundOrigin[]): (named: OriginWords) => OriginPlace {
  const known = new Map(found.map(({ of, ...place }) => [keyOf(of), place]))
  return (named) => {
    const place = known.get(keyOf(named))
    return place === undefined ? asWritten(named) : { ...place, named: null }
  }
}

type Found = ReadonlyMap<string, readonly Omit<FoundOrigin, 'of'>[]>

async function placesInPapers(
  context: ActorContext,
  organisation: OrganisationRow,
  wanted: readonly OriginWords[],
): Promise<Found> {
  const asked = wanted.flatMap((one) => {
    const version = versionNamed(one.named)
    return version === null ? [] : [{ one, ...version }]
  })
  const titles = [...new Set(asked.map(({ title }) => title))]
  const versions = await versionsTitled(context.db, context.actor, { organisation, titles })
  const named = versions.filter((each) => asked.some(({ title, ordinal }) => isOf(each, { title, ordinal })))
  const found = new Map<string, Omit<FoundOrigin, 'of'>[]>()
  for (const version of named.slice(0, MOST_READ)) {
    const text = await textOfVersion(context, version)
    for (const { one, ...named } of asked) {
      const place = isOf(version, named) && text !== null ? onlyPlaceOf(one.words, text) : null
      if (place === null || text === null) continue
      const words = text.slice(place.begins, place.ends)
      const at = { ...place, versionId: version.id, recordId: null, topic: null, words }
      found.set(keyOf(one), [...(found.get(keyOf(one)) ?? []), at])
    }
  }
  return found
}

interface Titled {
  readonly title: string
  readonly ordinal: number
}

const isOf = (version: Titled, { title, ordinal }: Titled): boolean =>
  version.title === title && version.ordinal === ordinal

async function placesInRecords(
  { db, actor, now }: ActorContext,
  organisation: OrganisationRow,
  wanted: readonly OriginWords[],
): Promise<Found> {
  const names = [...new Set(wanted.map(({ named }) => named).filter((name) => name !== ''))]
  const records = await recordsNamed(db, { actor, today: dateInChina(now) }, { organisation, names })
  return new Map(
    wanted.map((one) => [
      keyOf(one),
      records.flatMap(({ id, name, topics }) =>
        topics.flatMap(({ text }, topic) =>
          name === one.named && text.trim() === one.words.trim()
            ? [{ versionId: null, begins: null, ends: null, recordId: id, topic, words: text }]
            : [],
        ),
      ),
    ]),
  )
}

function keyOf({ named, words }: OriginWords): string {
  return `${named}\n${words}`
}
