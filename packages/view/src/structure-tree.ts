import { element } from './element.ts'
import type { PageDocument, PageItem } from './page-data.ts'

const KINDS = { problem: '问题', cause: '原因', measure: '措施', prior: '上次整改', statement: '情况说明' } as const

/** What the document consists of, with a jump to each part; ids start with `prefix`. */
export function renderStructure(page: PageDocument, prefix: string): HTMLElement {
  const sections = page.sections.map((section, index) => {
    const inside = page.items.filter(({ start }) => section.start <= start && start < section.end)
    const aspects = page.aspects.filter(({ start }) => section.start <= start && start < section.end)
    return element(
      'li',
      {},
      jump(
        `${prefix}-section-${index}`,
        section.heading === '' ? section.role : section.heading,
        'section',
        section.heading === '' ? '' : section.role,
      ),
      aspects.length === 0
        ? itemList(page, inside, prefix)
        : element('ul', {}, ...aspectEntries(page, aspects, inside, prefix)),
    )
  })
  return element(
    'nav',
    { class: 'structure', 'aria-label': '结构' },
    element('h2', {}, '结构'),
    element('ul', {}, ...sections),
    renderClaims(page, prefix),
  )
}

function aspectEntries(
  page: PageDocument,
  aspects: PageDocument['aspects'],
  inside: readonly PageItem[],
  prefix: string,
): HTMLElement[] {
  const loose = inside.filter(({ aspect }) => !aspects.some(({ id }) => id === aspect))
  const entries = aspects.map((aspect) =>
    element(
      'li',
      {},
      jump(`${prefix}-${aspect.id}`, `${aspect.mark}${aspect.heading}`, 'aspect', ''),
      itemList(
        page,
        inside.filter((item) => item.aspect === aspect.id),
        prefix,
      ),
    ),
  )
  return loose.length === 0 ? entries : [...entries, element('li', {}, itemList(page, loose, prefix))]
}

function itemList(page: PageDocument, items: readonly PageItem[], prefix: string): HTMLElement | null {
  if (items.length === 0) return null
  return element(
    'ul',
    {},
    ...items.map((item) =>
      element(
        'li',
        { class: 'item' },
        jump(`${prefix}-${item.id}`, item.lead, item.kind, `${KINDS[item.kind]} ${item.number}`),
        linkedLine(page, item, prefix),
      ),
    ),
  )
}

/** 对应：原因 2、措施 1, each a jump; and a remark if the problem gives no instance. */
function linkedLine(page: PageDocument, item: PageItem, prefix: string): HTMLElement | null {
  const linked = item.linked.flatMap((id) => page.items.filter((other) => other.id === id))
  const remark = item.hasExample === false ? '没有实例' : ''
  if (linked.length === 0 && remark === '') return null
  const links = linked.map(({ id, kind, number }) =>
    element('a', { href: `#${prefix}-${id}`, 'data-jump': `${prefix}-${id}` }, `${KINDS[kind]} ${number}`),
  )
  return element('span', { class: 'linked' }, linked.length === 0 ? '' : '对应', ...links, remark)
}

function jump(target: string, words: string, kind: string, label: string): HTMLElement {
  return element(
    'a',
    { href: `#${target}`, 'data-jump': target, class: kind },
    label === '' ? null : element('span', { class: 'label' }, label),
    words === '' ? '（无标题）' : words,
  )
}

/** The numbers the text states about itself, against what was counted. */
function renderClaims({ claims, text }: PageDocument, prefix: string): HTMLElement | null {
  if (claims.length === 0) return null
  const rows = claims.map(({ start, end, claimed, found }, index) => {
    const differs = claimed !== null && found !== null && claimed !== found
    const verdict =
      claimed === null
        ? '没有写明数目'
        : found === null
          ? '无法清点'
          : differs
            ? `写 ${claimed}，实有 ${found}`
            : `相符（${found}）`
    return element(
      'li',
      { class: differs || claimed === null ? 'differs' : '' },
      jump(`${prefix}-claim-${index}`, `“${text.slice(start, end)}”`, 'claim', ''),
      element('span', {}, verdict),
    )
  })
  return element(
    'section',
    { class: 'claims', 'aria-label': '数字表述' },
    element('h2', {}, '数字表述'),
    element('ul', {}, ...rows),
  )
}
