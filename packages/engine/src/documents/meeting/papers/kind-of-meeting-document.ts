import { examine } from '../../../examination/examine.ts'
import { outline } from '../../../outline/outline.ts'
import { isWorkbook, type SourceDocument } from '../../../reading/source-document.ts'
import { kindOfTable } from '../../../tables/list-kind.ts'
import type { MeetingDocumentKind } from '../../../standards/meeting-papers.ts'
import { contentCues, titlePatterns } from './document-kinds.ts'
import { beginningOf } from '../../../wording/beginnings.ts'

const MOST_TITLE_LINES = 4

/** A document's lines before its first sentence, joined; for a workbook its first cell and the sheet's name. */
export function titleOf({ text, tables }: SourceDocument): string {
  if (isWorkbook({ tables }))
    return [tables[0]?.cells[0]?.text, tables[0]?.name].filter((words) => words !== undefined).join(' ')
  const lines = beginningOf(text, 'opening')
    .split('\n')
    .map((line) => line.replace(/^[#\s　]+/, '').trim())
    .filter((line) => line !== '')
  const end = lines.findIndex((line) => /[。；]|[:：]/.test(line) || line.length > 60)
  // A text that begins with a sentence has no title.
  return lines.slice(0, end < 0 ? MOST_TITLE_LINES : Math.min(end, MOST_TITLE_LINES)).join(' ')
}

const MATERIAL = /对照检查|对照剖析|检视剖析|发言提纲|剖析材料|党性分析|自我剖析|查摆剖析/

/** What a document of a meeting's folder is, by its title, else by what its text says; with the reason, one clause. */
export function kindOfMeetingDocument(document: SourceDocument): {
  readonly kind: MeetingDocumentKind
  readonly reason: string
} {
  const title = titleOf(document)
  const spoken = MATERIAL.exec(title)?.[0]
  const listed = titlePatterns.find(([, pattern]) => pattern.test(title))
  if (spoken !== undefined && (listed === undefined || !/审核|汇总|清单|通知|方案|报告|记录/.test(title)))
    return materialKind(document, `标题有“${spoken}”`)
  if (listed !== undefined) return { kind: listed[0], reason: `标题有“${listed[1].exec(title)?.[0] ?? ''}”` }
  return byContent(document)
}

function materialKind(document: SourceDocument, reason: string): { kind: MeetingDocumentKind; reason: string } {
  const { kind } = examine(document, outline(document))
  return {
    kind:
      kind === 'personal'
        ? 'personal_material'
        : kind === 'team' || kind === 'branch'
          ? 'team_material'
          : personalByWords(document),
    reason,
  }
}

/** Who says 我 most of the time speaks for himself. */
function personalByWords({ text }: SourceDocument): MeetingDocumentKind {
  const count = (pattern: RegExp): number => beginningOf(text, 'pages').match(pattern)?.length ?? 0
  return count(/我(?![们局市县区国省党院校处科])|本人/g) > count(/我[们局市县区院校处科]|班子|党组|支部/g)
    ? 'personal_material'
    : 'team_material'
}

const BY_TABLE: Readonly<Record<string, MeetingDocumentKind>> = {
  attendance: 'attendance',
  opinion_list: 'opinion_summary',
  problem_list: 'problem_list',
  rectification_list: 'rectification_list',
  ledger: 'rectification_list',
}

function byContent(document: SourceDocument): { kind: MeetingDocumentKind; reason: string } {
  const text = beginningOf(document.text, 'pages')
  const scored = contentCues
    .map(([kind, cues]) => ({ kind, hits: cues.filter((cue) => cue.test(text)).length, of: cues.length }))
    .filter(({ hits }) => hits >= 2)
    .toSorted((a, b) => b.hits / b.of - a.hits / a.of)
  const { kind, meeting } = examine(document, outline(document))
  if (kind === 'personal' && meeting !== null) return { kind: 'personal_material', reason: '按内容是个人对照检查材料' }
  if ((kind === 'team' || kind === 'branch') && meeting !== null)
    return { kind: 'team_material', reason: '按内容是班子对照检查材料' }
  const [best] = scored
  if (best !== undefined) return { kind: best.kind, reason: '按内容判断' }
  for (const table of document.tables) {
    const known = BY_TABLE[kindOfTable(table).kind]
    if (known !== undefined) return { kind: known, reason: '按表格的栏目判断' }
  }
  if (/查摆|存在(?:的)?(?:主要)?问题/.test(text) && /整改|努力方向|改进/.test(text) && text.length > 500) {
    return { kind: personalByWords(document), reason: '按内容是对照检查材料' }
  }
  return { kind: 'other', reason: '没有认出种类' }
}
