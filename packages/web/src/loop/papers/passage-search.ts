/** Which passage of a paper is shown, as it stands in the address. */
export interface PassageSearch {
  readonly begins?: number
  readonly ends?: number
}

/** Reads what stands in an address; what is no passage is left out. */
export function passageSearchOf(raw: Readonly<Record<string, unknown>>): PassageSearch {
  const [begins, ends] = [Number(raw['begins']), Number(raw['ends'])]
  const isPassage = Number.isInteger(begins) && Number.isInteger(ends) && begins >= 0 && begins < ends
  return isPassage ? { begins, ends } : {}
}
