import { bigramsOf, overlap } from '../../../wording/likeness.ts'
import type { ListedItem } from '../meeting-facts.ts'

const EMPTY = /[的了和与及等有不够未没是在就都也\d\p{P}\p{S}\s]/gu

/** How much of a text some item of a list takes up, 0 to 1: by pairs of characters, or by the item's own few words. */
export function bestShare(text: string, items: readonly Pick<ListedItem, 'text'>[]): number {
  const [grams, characters] = [bigramsOf(plain(text)), new Set(plain(text))]
  return items.reduce((best, item) => {
    const words = plain(item.text)
    if (words === '') return best
    const others = bigramsOf(words)
    const within = overlap(grams, others)
    const own = [...new Set(words.slice(0, 40))]
    const known = own.filter((character) => characters.has(character)).length / own.length
    return Math.max(best, within, within > 0 ? known * 0.7 : known * 0.4)
  }, 0)
}

function plain(text: string): string {
  return text.replace(EMPTY, '')
}
