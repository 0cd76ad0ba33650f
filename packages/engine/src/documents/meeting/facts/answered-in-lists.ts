import type { ComplianceFacts } from '../../../compliance/facts.ts'
import { examine } from '../../../examination/examine.ts'
import { type Place, textPlace, wholeFile } from '../../../findings/place.ts'
import { outline } from '../../../outline/outline.ts'
import { bestShare } from './found-in-lists.ts'
import type { FileFacts, ListedItem, MeetingFacts } from '../meeting-facts.ts'
import { filesOf, isOfYearBefore, nameOf, placeOf } from '../meeting-files.ts'

/** A list with fewer rows was not read as a list, or is none. */
const LEAST_ROWS = 3
const LEAST_SHARE = 0.2

/**
 * What is found again is answered. Where most is not found, the papers speak in other words, and of the rest nothing is
 * known.
 */
function toldOf<Item>(
  items: readonly Item[],
  isFound: (item: Item) => boolean,
): { item: Item; isTold: boolean | null }[] {
  const told = items.map((item) => ({ item, isTold: isFound(item) }))
  const lost = told.filter(({ isTold }) => !isTold).length
  return lost * 2 > items.length ? told.map(({ item, isTold }) => ({ item, isTold: isTold || null })) : told
}

/** The problems of the meeting before, and whether the report on their rectification speaks of them. */
export function priorProblemsOf(meeting: MeetingFacts): ComplianceFacts<Place>['priorProblems'] {
  const lists = meeting.files.filter(
    (file) =>
      (file.kind === 'problem_list' || file.kind === 'rectification_list') && isOfYearBefore(file, meeting.year),
  )
  const reports = filesOf(meeting, 'prior_report')
  if (lists.length === 0 || reports.length === 0) return null
  const pieces = reports.flatMap(({ document }) =>
    document.text
      .split(/[。\n；]/)
      .filter((piece) => piece.length > 6)
      .map((text) => ({ text })),
  )
  const isAnswered = ({ text }: ListedItem): boolean =>
    Math.max(bestShare(firstWords(text), pieces), bestShare(nameOfItem(text), pieces)) >= LEAST_SHARE
  return lists.flatMap(({ items, path }) =>
    toldOf(items, isAnswered).map(({ item: { text, start, end }, isTold }) => ({
      text: firstWords(text),
      isAnswered: isTold,
      where: placeOf({ path, start, end }),
    })),
  )
}

function firstWords(text: string): string {
  return (text.split(/[，。；\n]/)[0] ?? text).slice(0, 40)
}

/** A row's own words; what stands behind the blank is of its other cells. */
function nameOfItem(text: string): string {
  return text.split(' ')[0] ?? text
}

/** Opinions are told in other words than problems. */
const LEAST_SHARE_OF_OPINION = 0.16
const ENDED = /不列入|不予采纳|未采纳|不采纳|已(?:办结|答复|整改|解决|说明)|向.{2,12}报告|超出.{0,6}权限/

/** The opinions of the summary, and whether a list has them or the summary says why not. */
export function opinionsOf(meeting: MeetingFacts): ComplianceFacts<Place>['opinions'] {
  const summary = filesOf(meeting, 'opinion_summary').find(({ items }) => items.length >= LEAST_ROWS)
  const lists = listsOf(meeting)
  const rows = lists.flatMap(({ items }) => items)
  if (summary === undefined || rows.length < LEAST_ROWS) return null
  const texts = lists.map(({ document }) => document.text).join('\n')
  const isEnded = ({ text }: ListedItem): boolean => ENDED.test(text)
  const isListed = ({ text, number }: ListedItem): boolean =>
    isNamedIn(texts, number) || bestShare(nameOfItem(text), rows) >= LEAST_SHARE_OF_OPINION
  return toldOf(summary.items, (item) => isEnded(item) || isListed(item)).map(({ item, isTold }) => ({
    number: item.number,
    text: nameOfItem(item.text).slice(0, 40),
    isListed: isTold,
    isEnded: isEnded(item),
    where: textPlace(summary.path, item),
  }))
}

/** Whether a text speaks of 意见3 or 意见建议第3条 by its number. */
function isNamedIn(text: string, number: string): boolean {
  const figure = number.replace(/[^\p{L}\p{N}]/gu, '')
  return figure !== '' && new RegExp(`意见(?:建议)?\\s*(?:第)?\\s*${figure}(?!\\d)`).test(text)
}

/** The problems of the team's material, and whether each list has them. */
export function problemsOf(meeting: MeetingFacts): ComplianceFacts<Place>['problems'] {
  const lists = listsOf(meeting).filter(({ items }) => items.length >= LEAST_ROWS)
  const materials = filesOf(meeting, 'team_material')
  if (lists.length === 0 || materials.length === 0) return null
  return materials.flatMap((file) => {
    const { text } = file.document
    const { problems } = examine(file.document, outline(file.document))
    return lists.flatMap(({ path, items }) =>
      toldOf(
        problems,
        ({ lead, start, end }) =>
          Math.max(bestShare(lead, items), bestShare(text.slice(start, end), items)) >= LEAST_SHARE,
      ).map(({ item, isTold }) => ({
        from: 'team' as const,
        text: item.lead,
        isListed: isTold,
        isEnded: false,
        list: { name: nameOf(path), where: wholeFile(path) },
        where: textPlace(file.path, item),
      })),
    )
  })
}

function listsOf(meeting: MeetingFacts): FileFacts[] {
  return filesOf(meeting, 'rectification_list', 'problem_list')
}
