import { annotateDocx, isUnreadable, read } from '@duizhao/engine'
import type { DocxComment, Format, ReviewFinding, SourceDocument, Span, Unreadable } from '@duizhao/engine'
import { factsOf } from '../outcome/rule-facts.ts'
import { severityNames } from '@duizhao/engine/wording'
import { textDocument } from './text-document.ts'

/** A copy with findings as Word comments. */
export interface AnnotatedCopy {
  readonly bytes: Uint8Array
  /** False where it has the words of the author's file but not its looks. */
  readonly isOwnFile: boolean
}

/** What authors write in that cannot hold our comments: the words are written anew. */
const WRITTEN_ANEW: ReadonlySet<Format> = new Set(['doc', 'wps', 'word-xml', 'rtf', 'odt'])

/** True for a format whose documents can be given back with comments. */
export function canBeAnnotated(format: Format): boolean {
  return format === 'docx' || WRITTEN_ANEW.has(format)
}

/**
 * A copy with findings as Word comments: of a .docx itself, otherwise unchanged; of a .doc, .wps and their like a .docx
 * with the same words. The reason if it cannot carry them.
 */
export function annotatedCopy(
  bytes: Uint8Array,
  document: SourceDocument,
  findings: readonly ReviewFinding[],
): Promise<AnnotatedCopy | Unreadable> {
  const comments = findings.map(({ place: { start, end }, ...finding }) => findingComment({ start, end, ...finding }))
  return commentedCopy(bytes, document, comments)
}

/** The same with any comments. */
export async function commentedCopy(
  bytes: Uint8Array,
  document: SourceDocument,
  comments: readonly DocxComment[],
): Promise<AnnotatedCopy | Unreadable> {
  const isOwnFile = !WRITTEN_ANEW.has(document.format)
  const copy = isOwnFile ? annotateDocx(bytes, document, comments) : await annotateAnew(document, comments)
  return isUnreadable(copy) ? copy : { bytes: copy, isOwnFile }
}

/** Tables are tables where that leaves the words as they were read; comments know their places by them. */
async function annotateAnew(
  document: SourceDocument,
  comments: readonly DocxComment[],
): Promise<Uint8Array | Unreadable> {
  const whole = textDocument(document)
  const bytes = (await textOf(whole)) === document.text ? whole : textDocument(document, { withTables: false })
  return annotateDocx(bytes, document, comments)
}

async function textOf(bytes: Uint8Array): Promise<string | null> {
  const document = await read(bytes, '材料.docx')
  return isUnreadable(document) ? null : document.text
}

/** What a finding says as a comment on its words. */
export function findingComment({
  rule,
  severity,
  start,
  end,
  message,
  suggestion,
}: Omit<ReviewFinding, 'place' | 'related'> & Span): DocxComment {
  const facts = factsOf(rule)
  const advice = suggestion === undefined ? [] : [suggestion === '' ? '建议删去。' : `建议改为：${suggestion}`]
  return {
    start,
    end,
    text: [`【${severityNames[severity]}】${message}。`, ...advice, ...(facts === null ? [] : [facts.why])].join('\n'),
  }
}
