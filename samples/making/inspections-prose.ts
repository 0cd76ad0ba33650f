/** The prose documents of an inspection: feedback, plan, report, notice, as lines for `writeDocx` or a text file. */
import { inFull, problemsIn, titleOf } from './inspections-source.ts'
import type { Inspection, Problem, Role } from './inspections-source.ts'
import {
  chineseNumber,
  fullWidthDigits,
  innerQuotes,
  personName,
  proseDate,
  proseDeadline,
  reportState,
  unitList,
} from './inspections-wording.ts'

/** What an inspection comes to, counted over the problems fed back. */
export interface Totals {
  readonly groups: number
  readonly problems: number
  readonly done: number
  readonly ongoing: number
  readonly sustained: number
  readonly measures: number
  readonly measuresDone: number
}

/** Counts the problems fed back and their measures. */
export function totalsOf(inspection: Inspection): Totals {
  const problems = problemsIn(inspection, 'feedback')
  const measures = problems.flatMap((problem) => problem.measures.map(({ state }) => state ?? usualState(problem)))
  const having = (state: string): number => problems.filter((problem) => problem.state === state).length
  return {
    groups: new Set(problems.map(({ group }) => group)).size,
    problems: problems.length,
    done: having('已完成'),
    ongoing: having('正在推进'),
    sustained: having('长期坚持'),
    measures: measures.length,
    measuresDone: measures.filter((state) => state === '已完成').length,
  }
}

/** The state of a measure that has none of its own. */
export function usualState(problem: Problem): string {
  return problem.state === '正在推进' ? '已完成' : problem.state
}

/** The sentences with numbers, some of them wrong on purpose (header `planted`). */
export function statedTotals(inspection: Inspection): Readonly<Record<'plan' | 'report' | 'rate' | 'notice', string>> {
  const planted = inspection.header.get('planted') ?? ''
  const totals = totalsOf(inspection)
  const listed = problemsIn(inspection, 'plan').reduce((sum, { measures }) => sum + measures.length, 0)
  const ongoing = totals.ongoing + (planted.includes('report-parts') ? 1 : 0)
  const rate = (totals.measuresDone / totals.measures) * 100 + (planted.includes('report-rate') ? 4.2 : 0)
  const noticeProblems = planted.includes('notice-problems') ? totals.measures : totals.problems
  return {
    plan: `反馈的${totals.groups}个方面${totals.problems}个问题，细化整改措施${listed + (planted.includes('plan-measures') ? 4 : 0)}条`,
    report: `反馈的${totals.groups}个方面${totals.problems}个问题，已完成整改${totals.done}个，正在推进${ongoing}个，长期坚持${totals.sustained}个`,
    rate: `制定整改措施${totals.measures}条，已完成${totals.measuresDone}条，完成率${rate.toFixed(1)}%`,
    notice: `反馈的${totals.groups}个方面${noticeProblems}个问题，逐项制定整改措施${totals.measures}条`,
  }
}

/** How a document words a problem where it first names it; the quote in the answers. */
export function wording(problem: Problem, role: Role): string {
  if (role === 'plan') return problem.index % 4 === 1 ? fullWidthDigits(inFull(problem.text)) : inFull(problem.text)
  if (role === 'report') return `关于${titleOf(problem)}的问题`
  if (role === 'notice') return `关于“${innerQuotes(titleOf(problem))}”问题的整改`
  return inFull(problem.text)
}

/** 反馈意见. */
export function feedbackLines(inspection: Inspection): string[] {
  const { unit, group, inspected, feedback, value } = names(inspection)
  const groups = groupsOf(problemsIn(inspection, 'feedback'))
  const body = groups.flatMap(({ title, problems }, at) => [
    `${chineseNumber(at + 1)}、${title}`,
    ...feedbackGroup(problems),
  ])
  return [
    `# 中共${unit.slice(0, 2)}县委第${group.slice(3, 4)}巡察组↵关于巡察${unit}党组的反馈意见`,
    `根据县委统一部署，${inspected}，${group}对${unit}党组开展了常规巡察。巡察期间，听取工作汇报，与领导班子成员和干部职工个别谈话86人次，查阅资料2300余份，走访乡镇12个、行政村26个。现将巡察情况反馈如下。`,
    `总的看，局党组能够围绕中心、服务大局，推动${value('field')}各项工作取得一定成效，连续两年在全市系统考核中获得优秀等次。同时，对照新时代党的建设总要求，还存在一些问题。`,
    ...body,
    `${chineseNumber(groups.length + 1)}、意见建议`,
    `（一）提高政治站位，增强抓好${value('field')}工作的责任感。局党组要把学习贯彻党的创新理论作为首要任务，主要负责人要带头领学促学。`,
    '（二）坚持问题导向，逐项整改销号。要在收到反馈意见之日起1个月内报送整改方案，6个月内报送集中整改进展情况。',
    '（三）强化成果运用，建立长效机制。要把解决具体问题与完善制度结合起来，防止问题反弹。',
    group,
    proseDate(feedback),
  ]
}

function feedbackGroup(problems: readonly Problem[]): string[] {
  const lines: string[] = []
  let section = ''
  let number = 0
  let sections = 0
  for (const problem of problems) {
    if (problem.section === '') {
      lines.push(`（${chineseNumber(++sections)}）${inFull(problem.text)}`)
      continue
    }
    if (problem.section !== section) {
      section = problem.section
      number = 0
      lines.push(`（${chineseNumber(++sections)}）${section}`)
    }
    lines.push(`${++number}.${inFull(problem.text)}`)
  }
  return lines
}

/** 整改方案: every problem with its target, measures, people and deadline, numbered through. */
export function planLines(inspection: Inspection): string[] {
  const { unit, group, feedback, plan, value } = names(inspection)
  const titles = new Map(
    (inspection.header.get('titles') ?? '').split('、').map((one) => one.split(' ') as [string, string]),
  )
  let number = 0
  const body = groupsOf(problemsIn(inspection, 'plan')).flatMap(({ title, problems }, at) => [
    `（${chineseNumber(at + 1)}）关于${title}方面`,
    ...problems.flatMap((problem) => planProblem(problem, ++number, titles)),
  ])
  return [
    `# ${unit}党组↵关于落实${group}反馈意见的整改方案`,
    `${proseDate(feedback)}，${group}向${unit}党组反馈了巡察意见。为扎实做好巡察“后半篇文章”，结合工作实际，制定本方案。`,
    '一、总体要求',
    `坚持以习近平新时代中国特色社会主义思想为指导，坚持问题导向、标本兼治，对${group}${statedTotals(inspection).plan}，逐条明确责任领导、责任单位和完成时限，做到条条要整改、件件有着落。`,
    '二、整改任务',
    ...body,
    '三、组织保障',
    `（一）加强组织领导。成立巡察整改工作领导小组，局党组书记、局长${value('chief')}任组长，其他班子成员任副组长，办公室设在局机关党委。`,
    '（二）严格督促检查。领导小组办公室每半月调度一次，对进度滞后的发出督办单。',
    '（三）注重建章立制。对带有普遍性的问题，从制度机制上查找原因，做到整改一个问题、完善一项制度。',
    `中共${unit}党组`,
    proseDate(plan),
  ]
}

function planProblem(problem: Problem, number: number, titles: ReadonlyMap<string, string>): string[] {
  const { index } = problem
  const measures = problem.measures.map(
    ({ text, due }) => inFull(text) + (due === null ? '' : `（${proseDeadline(due, index)}）`),
  )
  const isInline = index % 5 === 3
  const listed = isInline
    ? [`整改措施：${measures.map((text, at) => `${chineseNumber(at + 1)}是${text}`).join('；')}。`]
    : ['整改措施：', ...measures.map((text, at) => `（${at + 1}）${text}。`)]
  const lead = personName(problem.lead, false)
  const called = index % 5 === 0 ? `${lead}${titles.get(lead) ?? ''}` : lead
  const co = problem.co.length === 0 ? '' : `；配合单位：${problem.co.join('、')}`
  const claimed = problem.claimed === '' ? '' : `（此问题由${problem.claimed}认领）`
  return [
    `${number}.${wording(problem, 'plan')}${claimed}`,
    `整改目标：${problem.target}。`,
    ...listed,
    `责任领导：${called}；责任单位：${problem.unit}${co}；责任人：${personName(problem.owner, false)}`,
    `完成时限：${planDeadline(problem)}`,
  ]
}

function planDeadline({ due, kind, index }: Problem): string {
  if (kind === '长期坚持') return '长期坚持'
  return index % 2 === 0 ? `${kind}，${proseDeadline(due, index)}完成` : `${proseDeadline(due, index)}（${kind}）`
}

/** 整改进展情况报告. */
export function reportLines(inspection: Inspection): string[] {
  const { unit, group, feedback, report, value } = names(inspection)
  const stated = statedTotals(inspection)
  let number = 0
  const body = groupsOf(problemsIn(inspection, 'report')).flatMap(({ title, problems }, at) => [
    `（${chineseNumber(at + 1)}）${title}方面`,
    ...problems.flatMap((problem, place) => {
      if (problem.merged !== null) return []
      return reportProblem(problem, problems[place + 1], ++number)
    }),
  ])
  return [
    `# 中共${unit}党组↵关于${group}反馈意见整改进展情况的报告`,
    '县委巡察工作领导小组办公室：',
    `${proseDate(feedback)}，${group}反馈巡察意见以来，局党组坚决扛起整改主体责任，推动整改取得阶段性成效。现将有关情况报告如下：`,
    '一、整改工作组织推进情况',
    `（一）提高思想认识。局党组先后召开党组会5次、专题会8次研究巡察整改工作，${value('meeting')}召开巡察整改专题民主生活会。`,
    `（二）压实整改责任。印发整改方案，建立整改台账，实行销号管理。截至${proseDate(report)}，${stated.report}；${stated.rate}。`,
    '二、反馈问题整改情况',
    ...body,
    '三、下一步工作打算',
    '（一）持续抓好后续整改。对正在推进的问题紧盯不放，对已完成的问题适时开展“回头看”。',
    `（二）巩固拓展整改成果。健全完善${value('areas')}等重点领域制度机制。`,
    `中共${unit}党组`,
    proseDate(report),
  ]
}

function reportProblem(problem: Problem, next: Problem | undefined, number: number): string[] {
  const joined = next?.merged == null ? [problem] : [problem, next]
  const heading = next?.merged ?? wording(problem, 'report')
  const progress = joined.flatMap(({ measures }) => measures.map((measure) => measure.progress))
  const units = unitList([problem.unit, ...problem.co], problem.index % 2 === 0 ? 4 : 6)
  const listed = progress.map((text, at) => `${chineseNumber(at + 1)}是${text}。`).join('')
  const closing = joined.every(({ state }) => state === problem.state)
    ? reportState(problem.state, problem.index)
    : joined.map((one) => `${titleOf(one)}的问题${one.state === '已完成' ? '已完成整改' : one.state}。`).join('')
  return [
    `${number}.${heading}。（责任领导：${personName(problem.lead, true)}；责任单位：${units}）`,
    `${listed}${closing}`,
  ]
}

/** 整改情况公开通报, as put on the web site. */
export function noticeText(inspection: Inspection): string {
  const { unit, group, feedback, notice } = names(inspection)
  let number = 0
  const body = groupsOf(problemsIn(inspection, 'notice')).flatMap(({ title, problems }, at) => [
    `${chineseNumber(at + 1)}、${title}方面`,
    ...problems.flatMap((problem) => noticeProblem(problem, ++number)),
  ])
  return [
    `中共${unit}党组关于${group}反馈意见整改情况的通报`,
    '',
    `根据县委统一部署，${proseDate(feedback)}，${group}向${unit}党组反馈了巡察意见。按照党务公开原则和巡察工作有关要求，现将整改情况予以公布。`,
    `局党组对${group}${statedTotals(inspection).notice}，明确责任，挂号销账。`,
    ...body,
    '',
    '欢迎广大干部群众对巡察整改落实情况进行监督。如有意见建议，请及时向我们反映。联系电话：0799-5550126（工作日8:30—17:30）；通信地址：望川县城关镇稻香路18号；邮政编码：336999；电子邮箱：wcnyj@example.cn。',
    `公开期限：${proseDate(notice)}起15个工作日。`,
    '',
    `中共${unit}党组`,
    proseDate(notice),
    '',
  ]
    .map((line) => (line === '' || line.length < 16 ? line : `　　${line}`))
    .join('\n')
}

function noticeProblem(problem: Problem, number: number): string[] {
  const progress = problem.measures.slice(0, 2).map((measure) => measure.progress)
  return [
    `${number}. ${wording(problem, 'notice')}`,
    `整改情况：${progress.join('；')}。`,
    `整改状态：${problem.state}`,
  ]
}

interface Group {
  readonly title: string
  readonly problems: readonly Problem[]
}

/** The problems by 大类, in order. */
export function groupsOf(problems: readonly Problem[]): Group[] {
  const groups = [...new Set(problems.map(({ group }) => group))]
  return groups.map((title) => ({ title, problems: problems.filter(({ group }) => group === title) }))
}

type Names = Record<'unit' | 'group' | 'inspected' | 'feedback' | 'plan' | 'report' | 'notice', string>

function names({ header }: Inspection): Names & { value: (key: string) => string } {
  const value = (key: string): string => header.get(key) ?? ''
  const [unit, group, inspected] = [value('unit'), value('group'), value('inspected')]
  const dates = { feedback: value('feedback'), plan: value('plan'), report: value('report'), notice: value('notice') }
  return { unit, group, inspected, ...dates, value }
}
