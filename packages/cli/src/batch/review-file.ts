import { authorOf, findTemplate, review } from '@duizhao/engine'
import type { ReviewOptions } from '@duizhao/engine'
import { readDocument } from '../files/read-file.ts'
import type { Config } from '../config/config.ts'
import { setAside } from '../config/suppress.ts'
import type { ReviewedDocument, UnreadableFile } from '../results/outcome.ts'

/** Reads and reviews one file as the configuration asks. */
export async function reviewFile(path: string, config: Config): Promise<ReviewedDocument | UnreadableFile> {
  const document = await readDocument(path)
  if ('message' in document) return document
  const { examination, template, findings } = review(document, reviewOptions(config))
  const author = authorOf(document, examination)
  const { format, text, paragraphs, tables, notes } = document
  return {
    path,
    format,
    text,
    paragraphs,
    tables,
    notes,
    examination,
    ...(author === undefined ? {} : { author }),
    template: template && { id: template.id, campaign: template.campaign },
    ...setAside(path, text, findings, config.suppressions ?? []),
  }
}

function reviewOptions({ template: id, unit, rules }: Config): ReviewOptions {
  const template = id === undefined ? null : findTemplate(id)
  return {
    ...(template === null ? {} : { template }),
    ...(unit === undefined ? {} : { unitNames: unit }),
    ...(rules === undefined ? {} : { rules }),
  }
}
