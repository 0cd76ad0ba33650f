/** The answers beside a sample, in the form `npm run eval` reads. Offsets are UTF-16 indices into the text as the engine reads it. */
export interface Answers {
  file: string
  kind: string
  year: number | null
  /** True if every defect worth an error or a warning is among the findings. */
  exhaustive?: boolean
  /** True if the sample deserves no error and no warning. */
  clean?: boolean
  problems: ItemAnswer[]
  causes: ItemAnswer[]
  measures: ItemAnswer[]
  prior: ItemAnswer[]
  statement: ItemAnswer[]
  findings: FindingAnswer[]
}

/** Where an item's own words begin, how it begins, and (problems only) the aspect it stands under. */
export interface ItemAnswer {
  start: number
  lead: string
  aspect?: string
}

/** A defect: `rule` is the rule's name within the family, if only that rule will do. */
export interface FindingAnswer {
  family: string
  rule?: string
  start: number
  end: number
  text: string
  /** True if the defect is an absence and may be reported anywhere in the document. */
  anywhere?: true
  /** True if reasonable reviewers differ: to report it is not wrong, to be silent is not a miss. */
  optional?: true
}
