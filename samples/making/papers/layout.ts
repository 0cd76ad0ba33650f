/** How a paper is set out: which practice it follows at each place. One layout and one hand make one paper. */
export interface Layout {
  readonly name: string
  /** The papers weights may be fitted to; figures are told for the others. */
  readonly training: boolean
  readonly form: 'txt' | 'md'
  readonly sections: SectionStyle
  readonly aspects: AspectStyle
  readonly problems: ItemStyle
  readonly causes: ItemStyle
  readonly measures: ItemStyle
  readonly prior: PriorStyle | 'none'
  /** Praise before the problems of an aspect. */
  readonly praise?: true
  /** A list of headings before the title, or lines broken at a fixed width. */
  readonly twist?: 'contents' | 'wrapped'
}

export type SectionStyle = 'comma' | 'chapter' | 'arabic' | 'bold' | 'hash' | 'plain' | 'sentence' | 'opener'
export type AspectStyle =
  | 'parenthesis'
  | 'parenthesis-run-in'
  | 'arabic'
  | 'arabic-run-in'
  | 'plain'
  | 'bold'
  | 'run-in'
  | 'in'
  | 'sections'
  | 'none'
export type ItemStyle =
  | 'arabic'
  | 'arabic-comma'
  | 'parenthesis'
  | 'arabic-parenthesis'
  | 'is'
  | 'is-semicolon'
  | 'is-lines'
  | 'first'
  | 'first-word'
  | 'circled'
  | 'bare'
  | 'labelled'
  | 'bullets'
  | 'bold-lead'
  | 'lines'
  | 'sentences'
  | 'missing-number'
  | 'must'
  | 'targeted'
export type PriorStyle =
  | 'about'
  | 'quoted-lines'
  | 'quoted-run'
  | 'plain-run'
  | 'stepped'
  | 'inline'
  | 'is'
  | 'lines'
  | 'table'

type Row = readonly [
  name: string,
  form: Layout['form'],
  sections: SectionStyle,
  aspects: AspectStyle,
  items: readonly [problems: ItemStyle, causes: ItemStyle, measures: ItemStyle],
  prior: PriorStyle | 'none',
  more?: Pick<Layout, 'praise' | 'twist'>,
]

const training: readonly Row[] = [
  ['公文四级', 'txt', 'comma', 'parenthesis', ['arabic', 'parenthesis', 'parenthesis'], 'about', { praise: true }],
  ['段内一是', 'txt', 'comma', 'parenthesis-run-in', ['is', 'is-lines', 'parenthesis'], 'is', { praise: true }],
  ['方面成段', 'txt', 'comma', 'arabic', ['sentences', 'lines', 'lines'], 'lines'],
  ['缺一个序号', 'txt', 'comma', 'none', ['missing-number', 'missing-number', 'arabic-comma'], 'none'],
  ['没有标题', 'txt', 'opener', 'none', ['is', 'is-semicolon', 'is'], 'plain-run'],
  ['小标题加粗', 'md', 'bold', 'bold', ['bold-lead', 'bold-lead', 'bold-lead'], 'quoted-lines'],
  ['井号', 'md', 'hash', 'plain', ['bullets', 'bullets', 'bullets'], 'table'],
  ['标题是句子', 'txt', 'sentence', 'run-in', ['is', 'is', 'is-lines'], 'is'],
  ['方面自成一章', 'txt', 'comma', 'sections', ['parenthesis', 'is-lines', 'parenthesis'], 'about'],
  ['分段无号', 'txt', 'comma', 'parenthesis', ['lines', 'lines', 'lines'], 'quoted-lines', { praise: true }],
  ['首先其次', 'txt', 'comma', 'in', ['first-word', 'first', 'first-word'], 'quoted-run', { praise: true }],
  ['定宽断行', 'txt', 'comma', 'parenthesis', ['is-lines', 'is-lines', 'is-lines'], 'about', { twist: 'wrapped' }],
  ['带目录', 'txt', 'comma', 'parenthesis', ['is-lines', 'parenthesis', 'parenthesis'], 'is', { twist: 'contents' }],
  ['针对分条', 'txt', 'comma', 'parenthesis', ['arabic-comma', 'is', 'targeted'], 'stepped'],
  ['先数字后括号', 'txt', 'arabic', 'arabic-run-in', ['arabic-parenthesis', 'circled', 'must'], 'inline'],
]

const unseen: readonly Row[] = [
  ['部分', 'txt', 'chapter', 'plain', ['is-lines', 'lines', 'arabic'], 'quoted-run'],
  ['方面冒号一二', 'txt', 'comma', 'run-in', ['bare', 'bare', 'first'], 'inline'],
  ['无号小标题', 'txt', 'plain', 'plain', ['lines', 'lines', 'lines'], 'lines', { praise: true }],
  ['段落里成句', 'txt', 'comma', 'parenthesis-run-in', ['sentences', 'parenthesis', 'parenthesis'], 'none'],
  ['成句在后', 'txt', 'comma', 'parenthesis', ['sentences', 'sentences', 'must'], 'plain-run', { praise: true }],
  ['没有标题成句', 'txt', 'opener', 'in', ['sentences', 'sentences', 'is-semicolon'], 'none'],
  ['没有标题首先', 'txt', 'opener', 'none', ['first-word', 'first', 'is'], 'quoted-run'],
  ['转换稿', 'md', 'bold', 'parenthesis', ['is', 'bold-lead', 'arabic'], 'stepped', { praise: true }],
  ['转换稿成句', 'md', 'bold', 'bold', ['sentences', 'is-lines', 'bullets'], 'about'],
  ['句标题分行', 'txt', 'sentence', 'none', ['arabic-comma', 'lines', 'is-lines'], 'lines'],
  ['括号章', 'txt', 'comma', 'sections', ['is-semicolon', 'is', 'arabic'], 'inline', { praise: true }],
  ['断行成段', 'txt', 'comma', 'arabic', ['sentences', 'is', 'parenthesis'], 'is', { twist: 'wrapped' }],
  ['目录加成段', 'txt', 'comma', 'arabic', ['lines', 'is-lines', 'is-lines'], 'quoted-lines', { twist: 'contents' }],
  ['缺号分级', 'txt', 'comma', 'parenthesis', ['missing-number', 'missing-number', 'missing-number'], 'about'],
  ['问题几', 'txt', 'comma', 'parenthesis', ['labelled', 'labelled', 'labelled'], 'stepped'],
  ['圈码', 'md', 'hash', 'arabic-run-in', ['circled', 'is-semicolon', 'circled'], 'table', { praise: true }],
  ['方面里针对', 'txt', 'arabic', 'parenthesis', ['is', 'first-word', 'targeted'], 'quoted-lines'],
]

/** Every layout; what is fitted is fitted to the training ones, what is told is told of the others. */
export const layouts: readonly Layout[] = [
  ...training.map((row) => layoutOf(row, true)),
  ...unseen.map((row) => layoutOf(row, false)),
]

function layoutOf([name, form, sections, aspects, items, prior, more]: Row, isTraining: boolean): Layout {
  const [problems, causes, measures] = items
  return { name, training: isTraining, form, sections, aspects, problems, causes, measures, prior, ...more }
}
