import { type SessionCircle, sessionCircles } from '@duizhao/contract'

/** Which session of the meeting, as it stands in the address of the page; the first of it where nothing does. */
export interface SessionSearch {
  readonly circle?: SessionCircle | undefined
}

/** Reads what stands in an address; what makes no sense there is left out. */
export function sessionSearchOf({ circle }: Readonly<Record<string, unknown>>): SessionSearch {
  const found = sessionCircles.find((each) => each === circle)
  return found === undefined ? {} : { circle: found }
}
