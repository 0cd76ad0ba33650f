import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { isUnreadable, read } from '@duizhao/engine'
import { annotatedCopy, canBeAnnotated } from '@duizhao/report'
import type { ReviewedDocument } from '@duizhao/report'
import { memberBytes } from '../files/held-files.ts'

/**
 * Writes for every .docx, and every file whose words can stand in one, a copy with its findings as Word comments into
 * `folder`, never over a file that is there: the author may have worked in it. Returns one Chinese sentence for each file, also for those that cannot carry comments.
 */
export async function annotateAll(documents: readonly ReviewedDocument[], folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const sentences: string[] = []
  const [able, others] = [
    documents.filter(({ format }) => canBeAnnotated(format)),
    documents.filter(({ format }) => !canBeAnnotated(format)),
  ]
  for (const document of able.filter(({ findings }) => findings.length > 0))
    sentences.push(await annotate(document, folder))
  const clean = able.filter(({ findings }) => findings.length === 0)
  if (clean.length > 0) sentences.push(`${listed(clean)}没有意见，不写副本。`)
  if (others.length > 0)
    sentences.push(`只有 Word 文档（.docx、.doc、.wps、.rtf 等）能写批注，${listed(others)}没有写。`)
  return sentences
}

const LISTED = 3

function listed(documents: readonly ReviewedDocument[]): string {
  const names = documents.slice(0, LISTED).map(({ path }) => `“${basename(path)}”`)
  return documents.length > LISTED ? `${names.join('')}等 ${documents.length} 份` : names.join('')
}

async function annotate({ path, findings }: ReviewedDocument, folder: string): Promise<string> {
  const name = basename(path)
  const bytes = (await memberBytes(path)) ?? (await readFile(path))
  if (isUnreadable(bytes)) return bytes.message + bytes.todo
  const document = await read(bytes, name)
  if (isUnreadable(document)) return document.message + document.todo
  const copy = await annotatedCopy(bytes, document, findings)
  if (isUnreadable(copy)) return copy.message + copy.todo
  const written = await writeBeside(copy.bytes, folder, name.replace(/\.[^.]*$/, ''))
  const looks = copy.isOwnFile ? '' : `“${name}”不能写批注，副本是文字相同的 .docx，版式与原件不同。`
  return `带批注的副本已写到 ${written}。${looks}`
}

/** Writes under the first free name: NAME（审核意见）.docx, NAME（审核意见2）.docx … */
async function writeBeside(bytes: Uint8Array, folder: string, name: string): Promise<string> {
  for (let number = 1; ; number += 1) {
    const path = join(folder, `${name}（审核意见${number === 1 ? '' : number}）.docx`)
    try {
      await writeFile(path, bytes, { flag: 'wx' })
      return path
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    }
  }
}
