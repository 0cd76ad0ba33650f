/** How much of a text tells something about the whole, in characters: facts of a document stand where readers look first. */
const BEGINNINGS = {
  /** Title, signature or date under it: whose paper it is. */
  title: 400,
  /** The first paragraphs, which say what for. */
  opening: 800,
  /** The labels a record begins with: 时间、地点、主持人、出席人员. */
  labels: 2_000,
  /** The first pages, where the matter shows. */
  pages: 6_000,
} as const

/** The beginning of a text that is read for one kind of fact. */
export function beginningOf(text: string, part: keyof typeof BEGINNINGS): string {
  return text.slice(0, BEGINNINGS[part])
}
