import type { ReviewFinding, SourceDocument } from '@duizhao/engine'
import type { Outcome, ReviewedDocument, ReviewSettings, UnreadableFile } from '@duizhao/report'
import type { PageDocument, PageOverview } from '@duizhao/view'
import type { PageAssets } from '@duizhao/view/written'
import type { ToolId } from '../tools/tools.ts'

/** A file the user gave: `path` is how results name it, with forward slashes. */
export interface GivenFile {
  readonly path: string
  readonly file: File
}

/** A file to keep, as a download. */
export interface Written {
  readonly name: string
  readonly bytes: Uint8Array
}

/** A result that is read on the page: a body made by report, with every word in it escaped. */
export interface StaticResult {
  readonly title: string
  readonly body: string
  readonly downloads: readonly Written[]
}

/** What a review came to: the outcome itself, for writing it, and what the views draw. */
export interface Conclusion {
  readonly outcome: Outcome
  readonly overview: PageOverview
  readonly documents: readonly PageDocument[]
}

/** A file as it was read, or why not. */
export type ReadFile = GivenDocument | UnreadableFile

/** A file that was read, with what was read. */
export interface GivenDocument extends GivenFile {
  readonly document: SourceDocument
}

/** What a .zip or a mail holds: files, and those that cannot be had. */
export interface OpenedHolder {
  readonly files: readonly GivenFile[]
  readonly refused: readonly UnreadableFile[]
}

/** What the page asks its workers, and what they answer. Everything is copied on the way. */
export interface Jobs {
  readonly review: (
    given: GivenFile & { readonly settings: ReviewSettings },
  ) => Promise<ReviewedDocument | UnreadableFile>
  readonly open: (given: GivenFile) => Promise<OpenedHolder>
  readonly read: (given: GivenFile) => Promise<ReadFile>
  readonly conclude: (given: {
    readonly results: readonly (ReviewedDocument | UnreadableFile)[]
    readonly settings: ReviewSettings
  }) => Promise<Conclusion>
  readonly write: (given: {
    readonly outcome: Outcome
    readonly form: 'json' | 'xlsx' | 'html'
    readonly assets: PageAssets
  }) => Promise<Uint8Array>
  readonly annotate: (
    given: GivenFile & { readonly findings: readonly ReviewFinding[] },
  ) => Promise<Uint8Array | UnreadableFile>
  readonly run: (given: {
    readonly tool: Exclude<ToolId, 'review' | 'compare'>
    readonly slots: Readonly<Record<string, readonly GivenDocument[]>>
  }) => Promise<StaticResult>
  readonly archive: (given: { readonly files: readonly Written[] }) => Promise<Uint8Array>
}

export type JobName = keyof Jobs
export type JobInput<Name extends JobName> = Parameters<Jobs[Name]>[0]
export type JobOutput<Name extends JobName> = Awaited<ReturnType<Jobs[Name]>>
