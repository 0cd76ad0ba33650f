import type { LedgerEntry, LedgerRule } from '../ledger-rule.ts'
import { isClosed } from '../wording.ts'

/** Words by which a text itself says that something is not finished. */
const UNFINISHED =
  /(?:仍|还|尚)(?:在|未|没有|需|待)[^。；，]{0,20}|未(?:完成|到位|办结|通过|拨付|整改)[^。；，]{0,12}|下一步[^。；]{0,20}|正在(?![^。；，]{1,10}的)[^。；，]{0,20}/
/** 正在 in what has come to be: 每周例会正在 … is told by 已. */
const LASTING = /(?:已|均|全部)[^。；，]{0,12}$/

export const stateAgainstProgress: LedgerRule = {
  id: 'ledger/state-against-progress',
  name: '状态与进展矛盾',
  severity: 'warning',
  why: '写了已完成，进展里又说没有做完，两处总有一处不实。',
  source: { title: '整改督查实践：防止虚假整改', known: 'practice' },
  *check({ entries, column }) {
    for (const entry of entries) {
      const { duties, line, number } = entry
      const told = duties.progress?.text ?? ''
      const found = UNFINISHED.exec(told)
      const share = shareIn(entry, column('progress'))
      if (isClosed(entry) && found !== null && !LASTING.test(told.slice(0, found.index))) {
        yield {
          place: { line, column: column('progress') ?? column('state') },
          message: `第${number}项写“${duties.state?.text ?? ''}”，进展里却说“${found[0]}”，请核实`,
        }
      } else if (share !== null && contradicts(entry, share.percent)) {
        yield {
          place: { line, column: share.column },
          message: `第${number}项写“${duties.state?.text ?? ''}”，完成进度却是${share.words}，请核实`,
        }
      } else if (isOpen(duties.state?.state ?? null) && duties.strikeOffDate?.kind === 'date') {
        yield {
          place: { line, column: column('state') },
          message: `第${number}项写“${duties.state?.text ?? ''}”，却填了销号日期，请核实`,
        }
      }
    }
  },
  bad: [
    '序号 | 存在问题 | 整改措施 | 进展情况 | 完成情况 | 销号日期\n1 | 调研次数偏少 | 每季度下乡一次 | ⟦下乡一次，报告仍在修改⟧ | 已完成 | 2026年3月3日\n2 | 台账更新不及时 | 每周更新一次 | 更新四次 | ⟦正在推进⟧ | 2026年3月8日',
    '序号 | 存在问题 | 整改措施 | 进展情况 | 完成进度 | 完成情况\n1 | 调研次数偏少 | 每季度下乡一次 | 下乡三次 | ⟦35%⟧ | 已完成\n2 | 台账更新不及时 | 每周更新一次 | 更新四次 | 35% | 正在推进\n3 | 培训走过场 | 每次考试 | 考试两次 | ⟦100%⟧ | 正在推进',
  ],
  good: [
    '序号 | 存在问题 | 整改措施 | 进展情况 | 完成进度 | 完成情况\n1 | 调研次数偏少 | 每季度下乡一次 | 下乡四次，满意率95% | 100% | 已完成\n2 | 台账更新不及时 | 每周更新一次 | 更新四次 | 35% | 正在推进\n3 | 培训走过场 | 每次考试 | 考试一次 | 50% | 阶段性完成',
    '序号 | 存在问题 | 整改措施 | 进展情况 | 完成情况 | 销号日期\n1 | 调研次数偏少 | 每季度下乡一次 | 下乡三次，报告印发 | 已完成 | 2026年3月3日\n2 | 台账更新不及时 | 每周更新一次 | 更新四次，其余正在更新 | 正在推进 | \n3 | 学习不经常 | 每月学习 | 学习三次 | 长期坚持 | \n4 | 工地扬尘 | 每周抽查 | 正在施工的3处工地抽查11次 | 已完成 | 2026年3月9日',
  ],
}

/** A cell that is a share and nothing else: 35%. */
const SHARE = /^(\d{1,3}(?:\.\d{1,4})?)\s*[%％]$/

/** How far an entry's progress says it is, where a cell of it gives a share; the last if several do. */
function shareIn(
  { row, line, duties }: LedgerEntry,
  progress: number | null,
): { readonly percent: number; readonly words: string; readonly column: number | null } | null {
  const words = (duties.progress?.text ?? '').split('\n').findLast((each) => SHARE.test(each.trim()))
  if (words === undefined) return null
  const cell = row.cells.find((each) => each.row === line && each.text.trim() === words.trim())
  return { percent: Number(SHARE.exec(words.trim())?.[1]), words: words.trim(), column: cell?.column ?? progress }
}

function contradicts(entry: LedgerEntry, percent: number): boolean {
  return isClosed(entry) ? percent < 100 : percent >= 100 && isOpen(entry.duties.state?.state ?? null)
}

function isOpen(state: string | null): boolean {
  return state === 'in_progress' || state === 'not_started'
}
