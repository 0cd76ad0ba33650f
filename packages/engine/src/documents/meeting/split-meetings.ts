import type { MeetingKind } from '../../standards/field-words.ts'
import { meetingNamed } from '../../wording/meeting-names.ts'
import type { FileFacts, MeetingFacts } from './meeting-facts.ts'
import { beginningOf } from '../../wording/beginnings.ts'
import { overlap } from '../../wording/likeness.ts'

/** Papers that belong to one meeting only, best first. */
const ANCHORS = ['minutes', 'attendance'] as const

/**
 * The meetings a folder holds, each with its papers: as many as there are minutes of different units. A paper belongs
 * where the people it names are members; where that does not tell, to the meeting of its folder, else to the largest.
 */
export function splitMeetings(files: readonly FileFacts[]): MeetingFacts[] {
  const groups = anchorsOf(files).map((anchor) => ({ anchor, members: membersOf([anchor]), files: [] as FileFacts[] }))
  if (groups.length === 0) return byUnit(files)
  if (groups.length === 1) return [meetingOf(files)]
  for (const file of files) {
    const scored = groups
      .map((group) => ({ group, score: belonging(file, group) }))
      .toSorted((a, b) => b.score - a.score)
    scored[0]?.group.files.push(file)
  }
  return groups.filter((group) => group.files.length > 0).map((group) => meetingOf(group.files))
}

/** Without minutes or attendance, papers whose titles name different units or years are of different meetings. */
function byUnit(files: readonly FileFacts[]): MeetingFacts[] {
  const units = new Set(files.map(keyOf).filter((key) => key !== ''))
  if (units.size <= 1) return files.length === 0 ? [] : [meetingOf(files)]
  // Where several units lie together, a paper that names none cannot be held against another.
  return [...Map.groupBy(files, (file, i) => keyOf(file) || `${i}`).values()].map(meetingOf)
}

function keyOf(file: FileFacts): string {
  const unit = unitOf(file)
  return unit === '' ? '' : `${unit}#${file.year ?? ''}`
}

/** One paper per meeting: minutes that share most of their people are of the same one. */
function anchorsOf(files: readonly FileFacts[]): FileFacts[] {
  for (const kind of ANCHORS) {
    const anchors: FileFacts[] = []
    for (const file of files.filter((each) => each.kind === kind && membersOf([each]).length >= 2)) {
      const members = new Set(membersOf([file]))
      const isKnown = anchors.some((other) => overlap(members, new Set(membersOf([other]))) >= 0.5)
      if (!isKnown) anchors.push(file)
    }
    if (anchors.length > 0) return anchors
  }
  return []
}

function belonging(file: FileFacts, { anchor, members }: { anchor: FileFacts; members: readonly string[] }): number {
  const { text } = file.document
  const named = members.filter((name) => text.includes(name)).length / Math.max(1, members.length)
  const folder = (path: string): string => path.split('/').slice(0, -1).join('/')
  const shared =
    folder(file.path) === folder(anchor.path)
      ? 0.3
      : folder(file.path).split('/')[0] === folder(anchor.path).split('/')[0] && folder(file.path) !== ''
        ? 0.15
        : 0
  const unit = unitOf(anchor)
  return named + shared + (unit !== '' && text.includes(unit) ? 0.4 : 0)
}

const UNIT = /(?:中共)?(\p{Script=Han}{2,24}?(?:党组|党委|党总支|总支部?委员会|党支部|支部委员会|支部))/u
/** In a text a unit is named where a line begins, else the words before it are the sentence's. */
const UNIT_AT_LINE = new RegExp(`(?:^|\\n)[\\s#　]*${UNIT.source}`, 'u')

/** 澄溪县农业农村局党组, from the title, else from the text; empty if neither names one. */
function unitOf({ title, document }: FileFacts): string {
  const named = (UNIT.exec(title) ?? UNIT_AT_LINE.exec(beginningOf(document.text, 'title')))?.[1] ?? ''
  return /年|生活会|主题|专题/.test(named) ? '' : named.replace(/^.{0,12}(?:关于|在|对|向)(?=.{4})/, '')
}

/** People listed as present, in the order of minutes and attendance. */
function membersOf(files: readonly FileFacts[]): string[] {
  const lists = files.filter(({ attendees }) => attendees.length > 0)
  const best = lists.find(({ kind }) => kind === 'minutes') ?? lists[0]
  const names = [...new Set(best?.attendees.map(({ value }) => value))]
  if (names.length > 0) return names
  const [entry] = files
  return entry?.kind === 'team_material' ? [] : names
}

function meetingOf(files: readonly FileFacts[]): MeetingFacts {
  const members = membersOf(files)
  const years = files.flatMap(({ year, kind }) =>
    year === null || kind === 'prior_report' || kind === 'problem_list' ? [] : [year],
  )
  const dated =
    files.find(({ kind, meetingDate }) => kind === 'minutes' && meetingDate !== null) ??
    files.find(({ meetingDate }) => meetingDate !== null)
  const named =
    files.find(
      (file) => ['plan', 'meeting_report', 'minutes', 'team_material'].includes(file.kind) && unitOf(file) !== '',
    ) ?? files.find((file) => unitOf(file) !== '')
  const minutes = files.find(({ kind }) => kind === 'minutes')
  return {
    name: named === undefined ? '' : unitOf(named),
    kind: kindOf(files.map(({ title }) => title)),
    year: mostCommon(years),
    date: dated?.meetingDate?.value ?? null,
    files,
    members,
    head: headOf(minutes, members),
  }
}

/** What most of the titles that name a meeting name; else whose papers they are, a branch's or a committee's. */
function kindOf(titles: readonly string[]): MeetingKind {
  const named = titles.map(meetingNamed).filter((kind) => kind !== null)
  const isInspection = named.filter((kind) => kind === 'inspection_rectification').length * 2 > named.length
  if (isInspection) return 'inspection_rectification'
  const count = (words: RegExp): number => titles.join(' ').match(words)?.length ?? 0
  return count(/组织生活会|党支部|支委/g) > count(/民主生活会|党组|党委/g) ? 'organisational_life' : 'democratic_life'
}

/** Who presides over the meeting; a member only. */
function headOf(minutes: FileFacts | undefined, members: readonly string[]): string | null {
  const words = /主持(?:人)?[:：]\s*([^\n]{2,20})/.exec(beginningOf(minutes?.document.text ?? '', 'labels'))?.[1] ?? ''
  return members.find((name) => words.replace(/[\s　]/g, '').includes(name)) ?? null
}

function mostCommon(values: readonly number[]): number | null {
  const groups = [...Map.groupBy(values, (value) => value)].toSorted((a, b) => b[1].length - a[1].length)
  return groups[0]?.[0] ?? null
}
