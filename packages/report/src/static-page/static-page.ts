import { escapeMarkup } from '@duizhao/engine/wording'
import { staticStyle } from './static-style.ts'

/** A page without scripts: for results one reads, prints and passes on. */
export interface StaticPage {
  readonly title: string
  /** HTML made with `html`, so that every word in it is escaped. */
  readonly body: Markup
}

/** HTML whose words have been escaped. */
export interface Markup {
  readonly html: string
}

/** The page as a file of its own; its content security policy lets it load and run nothing. */
export function staticPage({ title, body }: StaticPage): string {
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="duizhao">
${html`<title>${title} · 对照</title>`.html}
<style>${staticStyle}</style>
</head>
<body>
<main class="report">
${body.html}
</main>
</body>
</html>
`
}

type Piece = string | number | null | Markup | readonly Piece[]

/** A template tag: the values are escaped, unless they are markup themselves; lists are joined, null is nothing. */
export function html(words: TemplateStringsArray, ...values: readonly Piece[]): Markup {
  return { html: words.reduce((whole, piece, at) => whole + markupOf(values[at - 1] ?? null) + piece) }
}

function markupOf(piece: Piece): string {
  if (piece === null) return ''
  if (typeof piece === 'object') return isList(piece) ? piece.map(markupOf).join('') : piece.html
  return escapeMarkup(String(piece))
}

function isList(piece: Markup | readonly Piece[]): piece is readonly Piece[] {
  return Array.isArray(piece)
}
