import { hashOf, hashedOn } from '../prose/feature-hash.ts'

/** How many places features are hashed into: the rows of the table of weights. */
export const PASSAGE_PLACES = 8192

/** What a passage is about shows in its beginning. */
const LONGEST = 140
const LONGEST_RUN = 3
const MOST_CLAUSES = 8

/** A mark says how a passage is counted, nothing of what it is about. */
const MARK =
  /^(?:[（(]?[一二三四五六七八九十\d０-９]{1,3}[）)、.．是要]|[①-⑳⑴-⒇⒈-⒛]|[第头][一二三四五六七八九十]+[条点件样]?[，、：是]?|首先|其次|再次|最后|还有)[，、：]?是?/

/** What is known of a passage from its words, as rows of the table of weights: runs of its characters and how its clauses begin and end. */
export function passageFeatures(words: string): readonly number[] {
  const bare = words
    .replace(/[\s*#>|]/g, '')
    .replace(MARK, '')
    .replace(/[\d０-９]+(?:[.,][\d０-９]+)?/g, '0')
    .slice(0, LONGEST)
  const clauses = bare.split(/[，。；：]/)
  const [first = ''] = clauses
  const places = new Set<number>()
  const add = (feature: string): void => void places.add(placeOf(hashOf(feature)))
  addRuns(places, 'r', bare)
  addRuns(places, 'f', first)
  for (let length = 1; length <= LONGEST_RUN; length++) {
    add(`^${bare.slice(0, length)}`)
    add(`$${first.slice(-length)}`)
  }
  for (const clause of clauses.slice(0, MOST_CLAUSES)) {
    add(`,${clause.slice(0, 1)}`)
    add(`,${clause.slice(0, 2)}`)
    add(`;${clause.slice(-2)}`)
  }
  add('any passage')
  add(`length ${Math.min(6, bare.length >> 4)}`)
  return [...places]
}

/** All runs of up to three characters: the hash of each goes on from that of the shorter one. */
function addRuns(places: Set<number>, name: string, text: string): void {
  const known = hashOf(name)
  for (let start = 0; start < text.length; start++) {
    let hash = known
    for (let at = start; at < Math.min(start + LONGEST_RUN, text.length); at++) {
      hash = hashedOn(hash, text.charCodeAt(at))
      places.add(placeOf(hash))
    }
  }
}

function placeOf(hash: number): number {
  return (hash ^ (hash >>> 15)) & (PASSAGE_PLACES - 1)
}
