import { element } from '@duizhao/view'
import type { UnreadableFile } from '@duizhao/report'
import { save } from '../files/save.ts'
import type { StaticResult } from '../work/jobs.ts'

/** A result made of tables, with its files, and what could not be read. */
export function staticView(
  { title, body, downloads }: StaticResult,
  unreadable: readonly UnreadableFile[],
): HTMLElement {
  const report = element('div', { class: 'report' })
  // Made by report from words it has escaped; nothing else comes in this way.
  report.innerHTML = body
  report.querySelector('h1')?.setAttribute('tabindex', '-1')
  return element(
    'div',
    { class: 'static-result', 'aria-label': title },
    element(
      'p',
      { class: 'downloads' },
      ...downloads.map(({ name, bytes }) =>
        element('button', { type: 'button', 'data-download': name, onclick: () => save(name, bytes) }, `存为 ${name}`),
      ),
    ),
    unreadableList(unreadable),
    report,
  )
}

/** Files nothing could be read from, each with its reason. */
export function unreadableList(unreadable: readonly UnreadableFile[]): HTMLElement | null {
  if (unreadable.length === 0) return null
  return element(
    'section',
    { class: 'unreadable', 'aria-label': '未能读取的文件' },
    element('h2', {}, `未能读取的文件（${unreadable.length}）`),
    element('ul', {}, ...unreadable.map(({ path, message, todo }) => element('li', {}, `${path}：${message}${todo}`))),
  )
}
