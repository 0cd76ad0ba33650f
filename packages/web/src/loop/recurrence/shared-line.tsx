import type { RecurrenceMatch } from '@duizhao/contract'

/** What two problems have in common, in a sentence: why they are shown beside each other. */
export function SharedLine({ match: { matters, words } }: { readonly match: RecurrenceMatch }) {
  const same = words.filter(({ later, earlier }) => later === earlier).map(({ later }) => later)
  const other = words.filter(({ later, earlier }) => later !== earlier)
  const parts = [
    ...(matters.length === 0 ? [] : [`都涉及：${matters.join('、')}`]),
    ...(same.length === 0 ? [] : [`相同的说法：${same.join('、')}`]),
    ...(other.length === 0
      ? []
      : [`相近的说法：${other.map(({ later, earlier }) => `“${later}”和“${earlier}”`).join('、')}`]),
  ]
  return parts.length === 0 ? null : <p className="quiet">{parts.join('；')}。</p>
}
