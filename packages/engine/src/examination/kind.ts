import type { SourceDocument } from '../reading/source-document.ts'
import { yearOfCampaign } from '../standards/choose-template.ts'
import type { DocumentKind, MeetingKind } from '../standards/field-words.ts'
import { meetingNamed } from '../wording/meeting-names.ts'

/** Title patterns, tried in order: 整改情况报告 is a report although it is about a meeting. */
const TITLES: readonly (readonly [DocumentKind, RegExp])[] = [
  ['ledger', /台账|(?:问题|整改|任务|责任|实效|措施)清单|清单$|汇总表|一览表|统计表|登记表|明细表|意见建议.{0,4}表/],
  ['template', /模板|范文|范例|样本|参考(?:文本|格式)/],
  ['talk', /(?:谈心|谈话|交心).{0,10}记录/],
  ['minutes', /(?:会议|生活会|支委会|支部大会|党员大会|党组会|党委会).{0,12}(?:记录|纪要)$/],
  ['notice', /通知(?:（.{1,20}）)?$/],
  [
    'speech',
    /点评|讲评|主持(?:词|稿|提纲)|(?:总结|督导|动员|会上的?|结束时的?).{0,6}讲话$|(?:总结|督导|动员|(?<!生活)会上的?|结束时的?).{0,6}发言稿?$/,
  ],
  ['rules', /(?:规定|办法|细则|条例|制度|规则|规范|守则)(?:[（(].{2,6}[）)])?$/],
  ['political_ecology', /政治生态/],
  ['plan', /方案|工作计划|实施意见/],
  ['meeting_report', /(?:民主|组织)生活会(?!.{0,12}整改).{0,10}(?:召开)?(?:的)?情况.{0,4}(?:报告|通报|汇报|总结)/],
  [
    'rectification_report',
    /整改.{0,16}(?:报告|通报|汇报|总结|的函)|(?:落实|进展)情况.{0,4}(?:报告|通报|汇报)|整改(?:落实|完成|进展)?情况(?:的?说明)?$/,
  ],
  [
    'personal',
    /个人.{0,12}(?:对照|检视|剖析|检查|发言|自查)|(?:对照|检视|剖析|检查|发言).{0,8}个人|发言提纲|党员.{0,6}(?:对照检查|检视剖析)/,
  ],
  [
    'personal',
    /(?:书记|[局镇县区市校院处科馆部会厅]长|主任|主席|经理|成员|委员)(?!会)(?!.{0,30}班子).{0,30}(?:对照|检视|剖析|发言)/,
  ],
  ['branch', /(?:支部|支委会|总支).{0,30}(?:对照|检视|剖析|检查|查摆)/],
  ['team', /(?:班子|党委|党组|党工委|常委会).{0,40}(?:对照|检视|剖析|检查|查摆)/],
  ['feedback', /反馈(?:的?(?:意见|问题|情况|报告))?(?:书|函)?$|审计报告$|督查(?:情况)?的?通报$/],
]

/** What a paper's beginning has that its title does not tell. */
const RECORDS: readonly (readonly [DocumentKind, readonly RegExp[]])[] = [
  ['talk', [/谈话人[^：:\n]{0,6}[：:]/, /(?:被谈话人|谈话对象|谈心对象)[^：:\n]{0,6}[：:]/]],
  ['notice', [/^[^。]{0,80}\n\s*各[^。\n]{2,30}：/, /通知如下|特此通知/]],
]

const OPENING_LENGTH = 1200

/** What kind of document this is: by title, else by who speaks in it, else by its tables. */
export function kindOf(document: SourceDocument, title: string): DocumentKind {
  const byTitle = TITLES.find(([, pattern]) => pattern.test(title))?.[0]
  if (byTitle) return byTitle
  const byRecord = RECORDS.find(([, cues]) =>
    cues.every((cue) => cue.test(document.text.slice(0, OPENING_LENGTH))),
  )?.[0]
  if (byRecord) return byRecord
  if (tableShare(document) > 0.5) return 'ledger'
  return kindOfSpeaker(document.text, title)
}

function kindOfSpeaker(text: string, title: string): DocumentKind {
  const opening = text.slice(0, OPENING_LENGTH)
  const speaks = /对照检查|检视剖析|对照检视|查摆|批评指正|生活会[^]*批评/.test(title + opening + text.slice(-300))
  if (!speaks) return 'other'
  const closeToStart = opening.slice(0, 900)
  if (/(?:代表|现将|现就).{0,8}(?:支部|支委会|总支)|支部班子|支委会班子/.test(closeToStart)) return 'branch'
  if (
    /(?:代表|作为).{0,12}(?:领导)?班子(?!成员)|(?:办|局|委|校|院|厅|镇|街道|公司|集团|领导)班子(?:作|作出|进行|再次|严格|深入|紧)/.test(
      closeToStart,
    )
  )
    return 'team'
  const first = (text.match(/本人|我个人|自己|我(?![国省市县区镇局委办们军党校院厅处科公])/g) ?? []).length
  const collective = (text.match(/班子(?!成员)|支部班子|支委会|我们/g) ?? []).length
  if (first > collective) return 'personal'
  return /支部|支委会/.test(closeToStart) ? 'branch' : 'team'
}

function tableShare(document: SourceDocument): number {
  const inTables = document.tables.reduce((sum, table) => sum + table.end - table.start, 0)
  return inTables / Math.max(1, document.text.trim().length)
}

/** What meeting the document is for, from title and opening; null if neither names one. */
export function meetingOf(text: string, title: string): MeetingKind | null {
  for (const words of [title, text.slice(0, OPENING_LENGTH)]) {
    const named = meetingNamed(words)
    if (named !== null) return named
  }
  return null
}

const CHINESE_DIGITS = '〇一二三四五六七八九'
const YEAR = '(20\\d\\d|２０[０-９]{2}|二[〇○零0]?[〇○零一二三][一二三四五六七八九〇○零])'

const SUBJECT = '[^。\\n]{0,40}?(?:生活会|对照检查|政治生态|整改|主题教育|学习教育)'
const CYCLE = new RegExp(`${YEAR}\\s?年度${SUBJECT}`)
const MENTION = new RegExp(`${YEAR}\\s?年${SUBJECT}`)
const ANY_YEAR = new RegExp(`${YEAR}\\s?年`)

/**
 * The cycle year: the one named with the meeting ("2021年度民主生活会"), else the date at the end of the document,
 * where January to March belong to the year before. Null if the text does not say.
 */
export function yearOf(text: string, title: string, openingEnd: number): number | null {
  const opening = text.slice(0, Math.min(OPENING_LENGTH, openingEnd))
  for (const [pattern, words] of [
    [CYCLE, title],
    [MENTION, title],
    [CYCLE, opening],
    [MENTION, opening],
    [ANY_YEAR, title],
  ] as const) {
    const match = pattern.exec(words)
    if (match?.[1]) return digits(match[1])
  }
  return yearOfCampaign(title + opening) ?? yearOfSignature(text)
}

function yearOfSignature(text: string): number | null {
  const lines = text.trimEnd().split('\n')
  for (const line of [...lines.slice(-3), ...lines.slice(0, 5)]) {
    const match = new RegExp(`^\\s*[（(]?${YEAR}\\s?年\\s?([\\d一二三四五六七八九十]{1,2})\\s?月`).exec(line)
    if (!match?.[1] || line.trim().length > 16) continue
    const month = Number(match[2]) || '一二三'.indexOf(match[2] ?? '') + 1
    return digits(match[1]) - (month >= 1 && month <= 3 ? 1 : 0)
  }
  return null
}

function digits(written: string): number {
  const ascii = written.normalize('NFKC').replace(/[○零]/g, '〇')
  return Number(
    [...ascii].map((char) => (CHINESE_DIGITS.includes(char) ? CHINESE_DIGITS.indexOf(char) : char)).join(''),
  )
}
