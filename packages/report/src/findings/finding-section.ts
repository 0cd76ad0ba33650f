import type { Finding, Place } from '@duizhao/engine'
import { severityNames } from '@duizhao/engine/wording'
import type { PlainCell, PlainColumn, PlainSection } from '../plain/plain-report.ts'
import { ruleName } from '../outcome/rule-facts.ts'

/** A finding with its number in the report. */
export interface Numbered<Told extends Finding = Finding> {
  readonly number: number
  readonly finding: Told
}

/** How a table of findings is headed, and what it says beside what every finding has. */
export interface FindingTable<Told extends Finding> {
  readonly heading: string
  readonly note?: string
  readonly placeWords: (places: readonly Place[]) => string
  /** A column behind the number. */
  readonly about?: PlainColumn & { readonly of: (finding: Told) => PlainCell }
}

/** Findings with their numbers in the report, counted from `first`. */
export function numbered<Told extends Finding>(findings: readonly Told[], first = 1): Numbered<Told>[] {
  return findings.map((finding, i) => ({ number: first + i, finding }))
}

/** The one way to tell findings in a table: number, severity, message, where, rule. */
export function findingSection<Told extends Finding>(
  findings: readonly Numbered<Told>[],
  { heading, note, placeWords, about }: FindingTable<Told>,
): PlainSection {
  return {
    heading,
    ...(note === undefined ? {} : { note }),
    columns: [
      { header: '序号', width: 6 },
      ...(about === undefined ? [] : [{ header: about.header, width: about.width }]),
      { header: '轻重', width: 8 },
      { header: '说明', width: 64 },
      { header: '位置', width: 36 },
      { header: '规则', width: 34 },
    ],
    rows: findings.map(({ number, finding }) => [
      String(number),
      ...(about === undefined ? [] : [about.of(finding)]),
      severityNames[finding.severity],
      finding.message,
      placeWords(placesIn(finding)),
      `${ruleName(finding.rule)} ${finding.rule}`,
    ]),
  }
}

/** Where a finding is, and where what belongs to it is. */
export function placesIn({ place, related }: Finding): Place[] {
  return place === null ? [...related] : [place, ...related]
}
