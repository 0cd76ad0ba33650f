import { authorOf, examine, heldFiles, isUnreadable, outline } from '@duizhao/engine'
import { fileName, roleOfPath } from '@duizhao/report'
import { MOST_IN_PAPER_BATCH } from '@duizhao/contract'
import { type Work, work } from '@duizhao/workshop'
import type { UploadedFile } from '../../../platform/context.ts'
import { readDocument } from '../../../platform/read-document.ts'
import { type RefusedFile, refusedFile } from '../../../platform/work.ts'
import { type ReadPaper, readPaperOf } from '../work.ts'

/** What a file of a batch says of itself. */
export interface ReadBatched extends ReadPaper {
  /** Where whose it is may be named: its title, the lines below it, and its file's name. */
  readonly signed: string
}

/** A file in a folder or an archive. */
export interface PackedFile extends UploadedFile {
  readonly path: string
}

/** Reads a file of a batch; refused with a sentence where no text can be read in it. */
export const readingOfBatched = work(
  'papers.readBatched',
  async (file: UploadedFile): Promise<ReadBatched | RefusedFile> => {
    const document = await readDocument(file)
    if ('refused' in document) return document
    const examination = examine(document, outline(document))
    const signed = [examination.title, authorOf(document, examination) ?? '', file.name].join('\n')
    return { ...readPaperOf(file.name, document), signed }
  },
)

/** Together no more than so many bytes are unpacked at once. */
const MOST_BYTES = 300 * 1024 * 1024

/** The files of an archive; what cannot be unpacked of it is left out and named. */
export const filesOfArchive = work(
  'papers.unpack',
  ({ name, bytes }: UploadedFile): { readonly files: PackedFile[]; readonly faults: string[] } | RefusedFile => {
    const held = heldFiles(bytes, name)
    if (isUnreadable(held)) return refusedFile(held.message, held.todo)
    const wanted = held.filter(({ path }) => roleOfPath(path) === 'document')
    if (wanted.length > MOST_IN_PAPER_BATCH)
      return refusedFile(`“${name}”里有 ${wanted.length} 个文件，一批最多 ${MOST_IN_PAPER_BATCH} 个。`, '请拆成几个。')
    const files: PackedFile[] = []
    const faults: string[] = []
    let size = 0
    for (const one of wanted) {
      const content = one.bytes()
      if (isUnreadable(content)) faults.push(content.message)
      else {
        size += content.length
        if (size > MOST_BYTES) return refusedFile(`“${name}”解开来太大。`, '请拆成几个压缩包。')
        files.push({ name: fileName(one.path), path: one.path, bytes: content })
      }
    }
    return { files, faults }
  },
)

export const batchWork: readonly Work[] = [readingOfBatched, filesOfArchive]
