import { readFile } from 'node:fs/promises'
import { readMeetingNotice } from '@duizhao/contract'
import type { MeetingTemplate } from '@duizhao/engine'
import { UsageError } from '../usage-error.ts'

/** The template an office typed from its own notice. Throws a `UsageError` that says what is wrong with the file. */
export async function readTemplateFile(path: string): Promise<MeetingTemplate> {
  const read = readMeetingNotice(await textOf(path))
  if ('template' in read) return read.template
  throw new UsageError(read.wrong.map((sentence) => `${path}：${sentence}`).join('\n'))
}

async function textOf(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    throw new UsageError(`通知文件 ${path} 无法读取：${error instanceof Error ? error.message : String(error)}。`)
  }
}
