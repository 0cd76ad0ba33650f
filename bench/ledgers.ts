import {
  diffLedgers,
  fillWorkbook,
  isUnreadable,
  lintLedger,
  mergeLedgers,
  read,
  type SourceDocument,
  writeMerge,
} from '@duizhao/engine'
import { writeXlsx } from '@duizhao/report'
import { printTable, secondsOf } from './measure.ts'

const SIZES = [500, 5_000, 50_000]
const HEADERS = ['序号', '存在问题', '整改措施', '责任领导', '责任单位', '完成时限', '进展情况', '完成情况', '佐证材料']

/** A ledger of so many problems; `progress` says what each row reports. */
function ledger(rows: number, progress: (row: number) => string): Uint8Array {
  return writeXlsx([
    {
      name: '台账',
      columns: HEADERS.map((header) => ({ header, width: 16 })),
      rows: Array.from({ length: rows }, (_, i) => [
        i + 1,
        `第${i}号村道路养护不到位，坑槽${(i * 7) % 91}处，涉及${i % 37}个路段`,
        `修补坑槽${(i * 7) % 91}处，每月巡查${(i % 5) + 1}次`,
        `领导${i % 17}`,
        `单位${i % 40}`,
        `2026年${(i % 12) + 1}月`,
        progress(i),
        i % 2 === 0 ? '正在推进' : '已完成',
        i % 2 === 0 ? '' : '照片',
      ]),
    },
  ])
}

async function documentOf(bytes: Uint8Array): Promise<SourceDocument> {
  const document = await read(bytes, '台账.xlsx')
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

/** The tools for ledgers, each against reading the same workbook once, which nothing can do without. */
export async function benchLedgers(): Promise<void> {
  const lines: string[][] = []
  for (const size of SIZES) {
    const [bytes, other] = [ledger(size, () => ''), ledger(size, (i) => (i % 10 === 0 ? `已修补${i}处` : ''))]
    const [base, copy] = [await documentOf(bytes), await documentOf(other)]
    const floor = await secondsOf(async () => void (await documentOf(bytes)))
    const times = {
      lint: await secondsOf(async () => void lintLedger(copy)),
      diff: await secondsOf(async () => void diffLedgers(base, copy)),
      merge: await secondsOf(
        async () => void writeMerge(bytes, base, mergeLedgers(base, [{ name: '甲', document: copy }])),
      ),
      fill: await secondsOf(async () => void fillWorkbook(bytes, base, copy)),
    }
    const told = Object.values(times).map((seconds) => `${seconds.toFixed(2)} s（${(seconds / floor).toFixed(1)} ×）`)
    lines.push([String(size), `${floor.toFixed(2)} s`, ...told])
  }
  printTable(['行', '读一遍', '检查', '比较', '汇总一份并写回', '填表并写回'], lines)
}
