import type { Part } from '../outline/part.ts'
import type { Span } from '../span.ts'

/** An item before it gets its number: where it stands, its heading, and the part it was found under. */
export interface FoundItem {
  readonly mark: string
  readonly span: Span
  readonly heading: Span
  readonly parent: Part | null
  /** Present if it only declares, among the problems, that there is nothing: 没有信仰宗教. */
  readonly declares?: true
}
