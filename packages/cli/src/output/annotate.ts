import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { annotateDocx, isUnreadable, read } from '@duizhao/engine'
import type { DocxComment, Finding } from '@duizhao/engine'
import { factsOf } from '../results/rule-facts.ts'
import type { ReviewedDocument } from '../results/outcome.ts'
import { severityNames } from '../results/words.ts'

/**
 * Writes for every .docx a copy with its findings as Word comments into `folder`, never over a file that is there: the
 * author may have worked in it. Returns one Chinese sentence for each file, also for those that cannot carry comments.
 */
export async function annotateAll(documents: readonly ReviewedDocument[], folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true })
  const sentences: string[] = []
  for (const document of documents.filter(({ format }) => format === 'docx'))
    sentences.push(await annotate(document, folder))
  const others = documents.filter(({ format }) => format !== 'docx')
  if (others.length > 0)
    sentences.push(
      `只有 .docx 能写批注，${others.length} 份其他格式的材料没有写：${others.map(({ path }) => basename(path)).join('、')}。`,
    )
  return sentences
}

async function annotate({ path, findings }: ReviewedDocument, folder: string): Promise<string> {
  const name = basename(path)
  const bytes = await readFile(path)
  const document = await read(bytes, name)
  if (isUnreadable(document)) return document.message + document.todo
  const annotated = annotateDocx(bytes, document, findings.map(toComment))
  if ('reason' in annotated) return annotated.message + annotated.todo
  return `带批注的副本已写到 ${await writeBeside(annotated, folder, name.replace(/\.[^.]*$/, ''))}。`
}

function toComment({ rule, severity, start, end, message, suggestion }: Finding): DocxComment {
  const facts = factsOf(rule)
  const advice = suggestion === undefined ? [] : [suggestion === '' ? '建议删去。' : `建议改为：${suggestion}`]
  return {
    start,
    end,
    text: [`【${severityNames[severity]}】${message}。`, ...advice, ...(facts === null ? [] : [facts.why])].join('\n'),
  }
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
