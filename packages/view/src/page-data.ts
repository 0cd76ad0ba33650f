/**
 * What a page of results holds as JSON and its script draws, made by `page-overview.ts` and `page-document.ts`: written into
 * the result page by `to-html.ts`, made anew for each run in the one-file application. Offsets are UTF-16 indices into the
 * document's text.
 */
export interface PageSpan {
  readonly start: number
  readonly end: number
}

export type PageSeverity = 'error' | 'warning' | 'advice'

/** Everything but the documents themselves, read when the page opens. */
export interface PageOverview {
  readonly summary: string
  readonly documents: readonly PageSummary[]
  readonly unreadable: readonly { readonly path: string; readonly message: string; readonly todo: string }[]
  readonly pairs: readonly PagePair[]
  readonly rules: Readonly<Record<string, PageRule>>
}

export interface PageRule {
  readonly name: string
  readonly why: string
  readonly source: string
}

/** One line of the overview. `index` is the document's place in the page; documents of earlier runs have no line. */
export interface PageSummary {
  readonly index: number
  readonly path: string
  readonly title: string
  readonly kind: string
  readonly year: number | null
  readonly characters: number
  readonly problems: number
  readonly causes: number
  readonly measures: number
  readonly error: number
  readonly warning: number
  readonly advice: number
  readonly suppressed: number
  /** The largest share of its text that stands in another document; 0 if none does. */
  readonly shared: number
}

/** A document, read when it is first shown. */
export interface PageDocument {
  readonly path: string
  readonly title: string
  readonly facts: readonly string[]
  readonly notes: readonly string[]
  readonly text: string
  readonly isMarkdown: boolean
  readonly paragraphs: readonly PageParagraph[]
  readonly tables: readonly PageTable[]
  readonly sections: readonly PageSection[]
  readonly aspects: readonly {
    readonly id: string
    readonly mark: string
    readonly heading: string
    readonly start: number
  }[]
  readonly items: readonly PageItem[]
  readonly claims: readonly PageClaim[]
  readonly findings: readonly PageFinding[]
}

export interface PageParagraph extends PageSpan {
  readonly look: 'title' | 'section' | 'aspect' | 'body' | 'footnote'
}

export interface PageTable extends PageSpan {
  readonly name: string
  /** So many rows at the top are headings. */
  readonly headRows: number
  readonly rows: readonly (readonly PageCell[])[]
}

export interface PageCell extends PageSpan {
  /** The heading of its column, for where a table is shown row by row. */
  readonly header: string
  readonly rowSpan: number
  readonly columnSpan: number
}

export interface PageSection extends PageSpan {
  readonly role: string
  readonly heading: string
}

export type PageItemKind = 'problem' | 'cause' | 'measure' | 'prior' | 'statement'

export interface PageItem extends PageSpan {
  readonly id: string
  readonly kind: PageItemKind
  /** Its number among its kind, from 1. */
  readonly number: number
  readonly lead: string
  readonly aspect?: string
  readonly hasExample?: boolean
  /** Ids of the causes and measures of a problem. */
  readonly linked: readonly string[]
}

export interface PageClaim extends PageSpan {
  readonly claimed: number | null
  readonly found: number | null
}

export interface PageFinding extends PageSpan {
  readonly rule: string
  readonly severity: PageSeverity
  readonly message: string
  readonly suggestion?: string
  /** Which of the page's pairs it is about. */
  readonly pair?: number
  /** Why it is not followed, for a suppressed finding. */
  readonly reason?: string
  /** True for what a person wrote, not a rule. */
  readonly isRemark?: boolean
  /** What else is said of it in a word: that it was accepted, that it is new. */
  readonly label?: string
  /** What its card says besides, a paragraph each: who decided on it, and when. */
  readonly told?: readonly string[]
}

/** Two documents with text in common; `a` and `b` are their places in the page. */
export interface PagePair {
  readonly a: number
  readonly b: number
  readonly titleA: string
  readonly titleB: string
  readonly pathA: string
  readonly pathB: string
  readonly shareOfA: number
  readonly shareOfB: number
  readonly sentence: string
  readonly passages: readonly { readonly a: PageSpan; readonly b: PageSpan }[]
  /** What is public phrases (公共表述) in either text, shown in grey. */
  readonly publicA: readonly PageSpan[]
  readonly publicB: readonly PageSpan[]
}
