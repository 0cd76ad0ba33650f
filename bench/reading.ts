import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { isUnreadable, read } from '@duizhao/engine'
import { printTable, secondsOf } from './measure.ts'
import { benchReadingKinds } from './reading-kinds.ts'

const SIZES = [10, 100, 1000]
const folder = join(import.meta.dirname, '..', 'samples', 'materials')

/** Reading .docx files against mammoth's raw text (which leaves automatic numbers out), in one process. */
export async function benchReading(): Promise<void> {
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.docx'))
    .map((name) => ({ name, bytes: readFileSync(join(folder, name)) }))
  const rows: string[][] = []
  for (const size of SIZES) {
    const batch = Array.from({ length: size }, (_, i) => files[i % files.length]).filter((file) => file !== undefined)
    let characters = 0
    const ours = await secondsOf(async () => {
      characters = 0
      for (const { name, bytes } of batch) {
        const document = await read(new Uint8Array(bytes), name)
        if (!isUnreadable(document)) characters += document.text.length
      }
    })
    let others = 0
    const theirs = await secondsOf(async () => {
      others = 0
      for (const { bytes } of batch) others += (await mammoth.extractRawText({ buffer: bytes })).value.length
    })
    const perSecond = (seconds: number): string => Math.round(size / seconds).toString()
    rows.push([
      String(size),
      perSecond(ours),
      perSecond(theirs),
      `${(theirs / ours).toFixed(1)} ×`,
      String(characters),
      String(others),
    ])
  }
  printTable(['文件', '本引擎 份/秒', 'mammoth 份/秒', '之比', '读出字符', 'mammoth 读出字符'], rows)
  await benchReadingKinds()
}
