import type { SourceDocument } from '@duizhao/engine'
import { type DocumentKind, wordCount } from '@duizhao/engine/wording'
import type { PaperReading } from '@duizhao/contract'
import { type Work, work } from '@duizhao/workshop'
import type { UploadedFile } from '../../platform/context.ts'
import { readDocument } from '../../platform/read-document.ts'
import { keptOf, type ReviewedVersion, reviewOf } from './reviewed-version.ts'

/** What a handed-in file says of itself. */
export interface ReadPaper {
  readonly kind: DocumentKind
  /** As it stands in the document; empty if it has none. */
  readonly title: string
  readonly reading: PaperReading
  /** What is kept of the review; null where it is too long to be gone through. */
  readonly review: ReviewedVersion | null
}

/** Reads and reviews a paper; null where no text could be read, as of a scan. */
export const readingOfPaper = work('papers.read', async (file: UploadedFile): Promise<ReadPaper | null> => {
  const document = await readDocument(file)
  return 'refused' in document ? null : readPaperOf(file.name, document)
})

/** What a document says of itself, read and reviewed. */
export function readPaperOf(name: string, document: SourceDocument): ReadPaper {
  const reviewed = reviewOf(name, document)
  const { examination, findings } = reviewed
  const { kind, title, problems, causes, measures } = examination
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length
  return {
    kind,
    title,
    reading: {
      characters: wordCount(document.text),
      problems: problems.length,
      causes: causes.length,
      measures: measures.length,
      errors: count('error'),
      warnings: count('warning'),
      advice: count('advice'),
    },
    review: keptOf(reviewed),
  }
}

/** The text of a paper; null where none can be read, as of a scan. */
export const textOfPaper = work('papers.text', async (file: UploadedFile): Promise<string | null> => {
  const document = await readDocument(file)
  return 'refused' in document ? null : document.text
})

export const paperWork: readonly Work[] = [readingOfPaper, textOfPaper]
