import type { View } from './document-view.ts'
import { element } from './element.ts'
import type { PageOverview } from './page-data.ts'

/** The files that could not be read, each with what happened and what to do. */
export function openUnreadable({ unreadable }: PageOverview): View {
  const rows = unreadable.map(({ path, message, todo }) =>
    element(
      'li',
      {},
      element('span', { class: 'path' }, path),
      element('p', {}, message),
      element('p', { class: 'todo' }, todo),
    ),
  )
  const root = element(
    'div',
    { class: 'unreadable-view' },
    element(
      'header',
      { class: 'view-head' },
      element('h1', { tabindex: '-1' }, '未能读取'),
      element(
        'p',
        { class: 'facts' },
        unreadable.length === 0 ? '全部文件都读成了。' : `${unreadable.length} 个文件没有读成，处理后可以再审核一次。`,
      ),
    ),
    element('ul', { class: 'unreadable' }, ...rows),
  )
  return { root, title: '未能读取', arrive: () => undefined, leave: () => undefined, step: () => undefined }
}
