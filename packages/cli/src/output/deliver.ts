import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { plainJson, type PlainReport, plainPage, plainText, plainWorkbook } from '@duizhao/report'
import { paintFor } from '../terminal/colour.ts'
import type { Terminal } from '../terminal/terminal.ts'

/** Where a result goes and what it looks like. */
export interface ReportOptions {
  readonly format: 'text' | 'json' | 'html' | 'xlsx'
  readonly out?: string
}

/** Prints a report, or writes it to the file `name` in the folder asked for; `result` is what JSON has of it. */
export async function deliver(
  report: PlainReport,
  result: unknown,
  { format, out, name }: ReportOptions & { readonly name: string },
  { stdout, stderr }: Terminal,
): Promise<void> {
  const json = (): string => plainJson(result)
  if (format === 'text') return void stdout.write(plainText(report, paintFor(stdout)))
  if (format === 'json' && out === undefined) return void stdout.write(json())
  const content = { json, html: () => plainPage(report), xlsx: () => plainWorkbook(report) }[format]()
  const folder = out ?? '.'
  await mkdir(folder, { recursive: true })
  const path = join(folder, `${name}.${format}`)
  await writeFile(path, content)
  stderr.write(`结果已写到 ${path}。\n`)
}
