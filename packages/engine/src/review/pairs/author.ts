import type { Examination } from '../../examination/examination.ts'
import type { SourceDocument } from '../../reading/source-document.ts'

const NAME_LINES = 3

/**
 * Whose material this is, as far as title and signature line tell: two materials of one group and different years are
 * a person's (or unit's) own. Undefined if nothing names the author.
 */
export function authorOf(document: SourceDocument, examination: Examination): string | undefined {
  const { titleSpan, title, kind } = examination
  const after = document.paragraphs
    .filter(({ start, style }) => start >= titleSpan.end && style !== 'cell')
    .slice(0, NAME_LINES)
  const lines = after.map(({ start, end }) => document.text.slice(start, end).replace(/[\s*#　]/g, ''))
  const named = lines.find((line) => line.length <= 40 && line.length >= 2 && !/[。；，]|^[（(]?20\d\d/.test(line))
  const unit = title.replace(
    /20\d\d年?度?|[^\u4e00-\u9fff]|(?:主题教育|党史学习教育|专题|民主|组织|生活会|对照检查|检视剖析|材料|发言提纲|领导班子|个人|党员)/g,
    '',
  )
  const author = `${named ?? ''}${unit}`
  return author.length >= 2 ? `${kind} ${author}` : undefined
}
