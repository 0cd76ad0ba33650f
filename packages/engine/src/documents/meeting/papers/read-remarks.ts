import type { SourceDocument } from '../../../reading/source-document.ts'
import { isName } from '../../../wording/name-patterns.ts'
import { peopleIn } from '../../../wording/names-in-cell.ts'
import type { Remark } from '../meeting-facts.ts'
import { compact } from './labelled.ts'

/** 柯以宁同志作个人对照检查: the others criticise whom this names. */
const SPEAKS_FIRST = /(\p{Script=Han}{2,4})(?:同志)?(?:作|做|进行)(?:个人)?(?:对照检查|对照剖析|自我批评|检视剖析)/gu

/** A line that begins with who speaks: （一）邵一凡同志（副主任）：. */
const SAID_BY =
  /(?:^|\n)[\s　（(一二三四五六七八九十\d）).、]*(\p{Script=Han}{2,4}|\p{Script=Han}[ 　]{1,2}\p{Script=Han})(?:同志)?(?:[（(][^（()）]{0,20}[)）])?[:：—]/gu

/** Who criticised whom: below whose 对照检查 a name and a colon stand. */
export function remarksInText(text: string): Remark[] {
  const turns = [...text.matchAll(SPEAKS_FIRST)].filter(([, name = '']) => isName(name))
  return turns.flatMap(({ 1: of = '', index }, i) => {
    const stretch = text.slice(index, turns[i + 1]?.index ?? text.length)
    const said = [...stretch.matchAll(SAID_BY)]
    return said
      .map(([, name = '']) => name.replace(/[ 　]/g, ''))
      .filter((name) => name !== of && isName(name))
      .map((by) => ({ by, of }))
  })
}

/** Who criticised whom, in a table with 被批评人 and 提出人. */
export function remarksInTables({ tables }: SourceDocument): Remark[] {
  return tables.flatMap(({ cells }) => {
    const of = cells.find(({ text }) => /^(?:被批评人|批评对象|被提意见人|被帮助人|姓名|对象)$/.test(compact(text)))
    const by = cells.find(({ text }) => /^(?:提出人|批评人|提意见人|提出意见人|帮助人)$/.test(compact(text)))
    if (of === undefined || by === undefined) return []
    return cells
      .filter((cell) => cell.column === by.column && cell.row > by.row)
      .flatMap((cell) => {
        const target = cells.find(
          (other) => other.column === of.column && other.row <= cell.row && cell.row < other.row + other.rowSpan,
        )
        const names = peopleIn(cell.text)
        return target === undefined ? [] : names.map((name) => ({ by: name, of: compact(target.text) }))
      })
  })
}
