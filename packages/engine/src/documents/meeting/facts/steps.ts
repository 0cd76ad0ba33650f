import { allOf, type ComplianceFacts, someOf, type TurnFact } from '../../../compliance/facts.ts'
import { type Place, textPlace } from '../../../findings/place.ts'
import { heldInWords, heldPlenumsIn, type NamedPlenum } from '../../../wording/plenums.ts'
import { dateInChinese } from '../../../wording/write-date.ts'
import type { MeetingFacts } from '../meeting-facts.ts'
import { filesOf, placeOf } from '../meeting-files.ts'

/** What was studied, by the congresses and plenums the records speak of as held. */
export function studiesOf(meeting: MeetingFacts): ComplianceFacts<Place>['studies'] {
  const studies = filesOf(meeting, 'study_record').map(({ date, document, path }) => ({
    day: date?.value ?? null,
    topics: heldPlenumsIn(document.text).map((named) => ({
      name: named.words,
      ofDay: named.plenum.date,
      why: heldWords(named),
      where: textPlace(path, named),
    })),
    where: date === null ? null : placeOf(date),
  }))
  return someOf(studies)
}

function heldWords(named: NamedPlenum): string {
  const { plenum, isLater } = named
  const name = plenum.session === 0 ? '大会' : '全会'
  return `${name}${plenum.verified && !isLater ? `到${dateInChinese(plenum.date)}才召开` : heldInWords(named)}`
}

/** What the reviewer has, is frozen; without a review sheet the team's own date says when it was final. */
export function freezeOf(meeting: MeetingFacts): ComplianceFacts<Place>['freeze'] {
  const dated = (['review_sheet', 'team_material'] as const).flatMap((kind) =>
    filesOf(meeting, kind).flatMap(({ date }) => date ?? []),
  )
  const [first] = dated
  return first === undefined ? null : { day: first.value, where: placeOf(first) }
}

const PRIOR = /(?:上(?:一)?年度|\d{4}\s*年度?|上次|去年)[^。\n]{0,30}整改|通报[^。\n]{0,20}整改/
const CHECK = /(?:作|做|进行|代表)[^。\n]{0,16}(?:对照检查|对照剖析|检视剖析|自我批评)/
const PERSONAL = /(\p{Script=Han}{2,4})(?:同志)?(?:作|做|进行)(?:了)?个人(?:对照检查|对照剖析|检视剖析|自我批评|发言)/gu

/** In what order the last rectification was reported, a check was made, and members made their own, as minutes have it. */
export function agendasOf(meeting: MeetingFacts): ComplianceFacts<Place>['agendas'] {
  return filesOf(meeting, 'minutes').map(({ document: { text }, path }) => {
    const [prior, check] = [PRIOR.exec(text), CHECK.exec(text)]
    const own = [...text.matchAll(PERSONAL)].filter(([, name = '']) => meeting.members.includes(name))
    const found = [
      ...(prior === null ? [] : [{ step: 'prior_report' as const, match: prior, personId: null }]),
      ...(check === null ? [] : [{ step: 'check' as const, match: check, personId: null }]),
      ...own.map((match) => ({ step: 'own_check' as const, match, personId: match[1] ?? null })),
    ]
    const turns = found
      .toSorted((a, b) => a.match.index - b.match.index)
      .map(({ step, personId, match: { 0: words, index } }): TurnFact<Place> => {
        return { step, personId, where: textPlace(path, { start: index, end: index + words.length }) }
      })
    return allOf(turns)
  })
}
