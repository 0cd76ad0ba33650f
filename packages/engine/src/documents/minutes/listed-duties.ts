import type { Cell, SourceDocument } from '../../reading/source-document.ts'
import { rowsUnder } from './columns-named.ts'
import type { ListedDuty } from './minutes.ts'

const COLUMNS = {
  text: /^(?:主体|监督|具体|履责|履职|工作|责任|主要|重点)*(?:内容|事项|任务|措施|要点|清单|责任)$/,
  owner: /责任(?:人|领导|岗位|主体|部门|单位)|牵头|落实人|履责主体/,
  time: /时限|时间|频次|期限/,
}

/** The rows of a list of responsibilities: what, by whom, by when or how often. */
export function dutiesIn({ tables }: SourceDocument): ListedDuty[] {
  return tables.flatMap((table) =>
    rowsUnder(table, COLUMNS, ['text', 'owner']).flatMap(({ text, owner, time }) => {
      const words = wordsOf(text)
      return text === null || words === null
        ? []
        : [{ text: words, owner: wordsOf(owner), time: wordsOf(time), start: text.start, end: text.end }]
    }),
  )
}

function wordsOf(cell: Cell | null): string | null {
  return cell?.text.trim() || null
}
