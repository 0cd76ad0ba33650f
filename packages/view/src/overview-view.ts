import type { View } from './document-view.ts'
import { element } from './element.ts'
import type { PageOverview, PageSummary } from './page-data.ts'
import { severities, severityWords } from './severity.ts'

interface Column {
  readonly title: string
  readonly key: keyof PageSummary
  readonly show: (row: PageSummary) => Node | string
}

const COLUMNS: readonly Column[] = [
  { title: '材料', key: 'title', show: (row) => nameCell(row) },
  { title: '种类', key: 'kind', show: ({ kind }) => kind },
  { title: '年度', key: 'year', show: ({ year }) => (year === null ? '—' : String(year)) },
  { title: '字数', key: 'characters', show: ({ characters }) => characters.toLocaleString('zh-CN') },
  { title: '问题', key: 'problems', show: ({ problems }) => String(problems) },
  { title: '原因', key: 'causes', show: ({ causes }) => String(causes) },
  { title: '措施', key: 'measures', show: ({ measures }) => String(measures) },
  ...severities.map((key): Column => ({ title: severityWords[key], key, show: (row) => countCell(row, key) })),
  {
    title: '雷同',
    key: 'shared',
    show: ({ shared }) => (shared === 0 ? '—' : `${Math.max(1, Math.round(shared * 100))}%`),
  },
]

/** The conditions one can choose from; the kinds of the documents at hand are added to them. */
const CONDITIONS: readonly { readonly words: string; readonly holds: (row: PageSummary) => boolean }[] = [
  { words: '全部', holds: () => true },
  { words: `有${severityWords.error}`, holds: ({ error }) => error > 0 },
  { words: `有${severityWords.warning}`, holds: ({ warning }) => warning > 0 },
  { words: '有雷同', holds: ({ shared }) => shared > 0 },
  { words: '没有意见', holds: ({ error, warning, advice }) => error + warning + advice === 0 },
]

/** What the reader has chosen to see, and in which order. */
interface Choice {
  holds: (row: PageSummary) => boolean
  words: string
  column: Column | null
  isDescending: boolean
}

/** All documents in one table: sorted by any column, narrowed by condition, kind and words. */
export function openOverview({ documents, summary }: PageOverview): View {
  const choice: Choice = { holds: () => true, words: '', column: null, isDescending: false }
  const body = element('tbody', {})
  const fill = (): void => body.replaceChildren(...rowsFor(documents, choice))
  fill()
  const head = element(
    'header',
    { class: 'view-head' },
    element('h1', { tabindex: '-1' }, '审核结果'),
    element('p', { class: 'facts' }, summary),
  )
  const narrowing = element(
    'div',
    { class: 'choices', role: 'group', 'aria-label': '筛选' },
    ...conditionButtons(documents, choice, fill),
    searchField(choice, fill),
  )
  const caption = element('caption', { class: 'unseen' }, '全部材料')
  const table = element(
    'table',
    { class: 'list' },
    caption,
    element('thead', {}, element('tr', {}, ...headerCells(choice, fill))),
    body,
  )
  const root = element('div', { class: 'overview-view' }, head, narrowing, table)
  return { root, title: '总览', arrive: () => undefined, leave: () => undefined, step: (by) => stepRows(body, by) }
}

function rowsFor(documents: readonly PageSummary[], { holds, words, column, isDescending }: Choice): HTMLElement[] {
  const kept = documents.filter((row) => holds(row) && `${row.title}${row.path}`.includes(words))
  if (kept.length === 0)
    return [element('tr', {}, element('td', { colspan: COLUMNS.length, class: 'nothing' }, '没有符合条件的材料。'))]
  if (column === null) return kept.map(rowOf)
  return kept.toSorted((a, b) => compare(a[column.key], b[column.key]) * (isDescending ? -1 : 1)).map(rowOf)
}

function headerCells(choice: Choice, fill: () => void): HTMLElement[] {
  const headers = COLUMNS.map((column) => {
    const header = element(
      'th',
      { scope: 'col', class: column.key },
      element('button', { type: 'button' }, column.title),
    )
    header.addEventListener('click', () => {
      // Words from first to last, numbers from most to least.
      choice.isDescending =
        choice.column === column ? !choice.isDescending : column.key !== 'title' && column.key !== 'kind'
      choice.column = column
      for (const other of headers) other.removeAttribute('aria-sort')
      header.setAttribute('aria-sort', choice.isDescending ? 'descending' : 'ascending')
      fill()
    })
    return header
  })
  return headers
}

function conditionButtons(documents: readonly PageSummary[], choice: Choice, fill: () => void): HTMLElement[] {
  const kinds = [...new Set(documents.map(({ kind }) => kind))].map((words) => ({
    words,
    holds: ({ kind }: PageSummary) => kind === words,
  }))
  const conditions = [...CONDITIONS, ...(kinds.length > 1 ? kinds : [])]
    .map(({ words, holds }) => ({ words, holds, count: documents.filter(holds).length }))
    .filter(({ count }, index) => index === 0 || count > 0)
  const buttons = conditions.map(({ words, holds, count }, index) => {
    const button = element(
      'button',
      { type: 'button', class: 'choice', 'aria-pressed': String(index === 0) },
      `${words} ${count}`,
    )
    button.addEventListener('click', () => {
      choice.holds = holds
      for (const other of buttons) other.setAttribute('aria-pressed', String(other === button))
      fill()
    })
    return button
  })
  return buttons
}

function searchField(choice: Choice, fill: () => void): HTMLElement {
  const field = element('input', { type: 'search', placeholder: '按标题或文件名找', 'aria-label': '按标题或文件名找' })
  field.addEventListener('input', () => {
    choice.words = field.value.trim()
    fill()
  })
  return field
}

function rowOf(row: PageSummary): HTMLElement {
  return element(
    'tr',
    {},
    ...COLUMNS.map(({ key, title, show }) => element('td', { class: key, 'data-title': title }, show(row))),
  )
}

function nameCell({ index, title, path }: PageSummary): HTMLElement {
  return element(
    'div',
    {},
    element('a', { href: `#d${index}`, class: 'name' }, title),
    element('span', { class: 'path' }, path),
  )
}

function countCell(row: PageSummary, severity: 'error' | 'warning' | 'advice'): HTMLElement | string {
  return row[severity] === 0
    ? '—'
    : element(
        'a',
        { href: `#d${row.index}`, class: `number ${severity}`, 'aria-label': `${row.title}的意见 ${row[severity]} 处` },
        row[severity],
      )
}

function compare(a: string | number | null, b: string | number | null): number {
  if (typeof a === 'string' && typeof b === 'string') return a.localeCompare(b, 'zh-CN')
  return Number(a ?? -1) - Number(b ?? -1)
}

function stepRows(body: HTMLElement, by: 1 | -1): void {
  const links = [...body.querySelectorAll<HTMLElement>('a.name')]
  const current = links.findIndex((link) => link === document.activeElement)
  links[Math.min(links.length - 1, Math.max(0, current + by))]?.focus()
}
