import { read, isUnreadable } from '@duizhao/engine'
import { strFromU8, unzipSync } from 'fflate'

/** A cell as it is stored: a number, or a text, which no program takes for a formula. */
export type StoredCell = number | string | null

/** The sheets of a workbook by their names, each as rows of what its cells hold, from the bytes themselves. */
export async function sheetsOf(bytes: Uint8Array): Promise<Map<string, StoredCell[][]>> {
  const document = await read(bytes, '结果.xlsx')
  if (isUnreadable(document)) throw new Error(document.message)
  const parts = unzipSync(bytes)
  const names = Array.from(strFromU8(parts['xl/workbook.xml'] ?? new Uint8Array()).matchAll(/<sheet name="([^"]*)"/g))
  return new Map(
    names.map(([, name = ''], i) => [
      plain(name),
      rowsOf(strFromU8(parts[`xl/worksheets/sheet${i + 1}.xml`] ?? new Uint8Array())),
    ]),
  )
}

function rowsOf(xml: string): StoredCell[][] {
  if (xml.includes('<f>')) throw new Error('a formula')
  return Array.from(xml.matchAll(/<row [^>]*>(.*?)<\/row>/gs), ([, row = '']) =>
    Array.from(row.matchAll(/<c [^>]*?(?:\/>|>(.*?)<\/c>)/gs), ([, content]) => valueOf(content)),
  )
}

function valueOf(content: string | undefined): StoredCell {
  if (content === undefined) return null
  const number = /^<v>(.*)<\/v>$/.exec(content)?.[1]
  return number === undefined ? plain(content.replace(/<[^>]*>/g, '')) : Number(number)
}

function plain(markup: string): string {
  const signs: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }
  return markup.replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => signs[name] ?? '')
}
