import type { MeetingKind } from '../standards/field-words.ts'

export const meetingNames: Readonly<Record<MeetingKind, string>> = {
  democratic_life: '民主生活会',
  organisational_life: '组织生活会',
  inspection_rectification: '巡视巡察整改专题民主生活会',
}

const INSPECTION = /(?:巡视|巡察)[^。]{0,12}整改[^。]{0,16}(?:专题)?(?:民主|组织)生活会/

/** The meeting some words name; of 民主生活会 and 组织生活会 the one named first. Null if they name none. */
export function meetingNamed(words: string): MeetingKind | null {
  if (INSPECTION.test(words)) return 'inspection_rectification'
  const democratic = words.indexOf(meetingNames.democratic_life)
  const organisational = words.indexOf(meetingNames.organisational_life)
  if (organisational >= 0 && (democratic < 0 || organisational < democratic)) return 'organisational_life'
  return democratic >= 0 ? 'democratic_life' : null
}
