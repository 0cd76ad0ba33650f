import type { Outcome } from '../outcome/outcome.ts'
import { toPageDocument, toPlainPageDocument } from './page-document.ts'
import { toPageOverview } from './page-overview.ts'
import type { PageDocument } from '@duizhao/view/data'
import type { PageAssets } from '@duizhao/view/written'

/**
 * The outcome as one page that needs nothing but itself: it opens from a USB stick, and its content security policy
 * lets it load and send nothing. Documents lie in it as JSON and are drawn when they are looked at.
 */
export function resultPage(outcome: Outcome, { style, script, styleHash, scriptHash }: PageAssets): string {
  const policy = `default-src 'none'; style-src '${styleHash}'; script-src '${scriptHash}'; base-uri 'none'; form-action 'none'`
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="duizhao">
<title>审核结果 · 对照</title>
<style>${style}</style>
</head>
<body>
${FRAME}
${embed('overview', toPageOverview(outcome))}
${toPageDocuments(outcome)
  .map((document, index) => embed(`document-${index}`, document))
  .join('\n')}
<script>${script}</script>
</body>
</html>
`
}

/** All documents of the outcome as the page draws them, those of earlier runs last. */
export function toPageDocuments({ documents, similarity, earlier }: Outcome): PageDocument[] {
  return [
    ...documents.map((document) => toPageDocument(document, similarity)),
    ...Array.from(earlier, ([path, text]) => toPlainPageDocument(path, text)),
  ]
}

/** The table of keys, as every page that shows a result has it. */
export const KEYS_DIALOGUE = `<dialog id="keys" aria-labelledby="keys-title"><h2 id="keys-title">键盘操作</h2><dl><dt>j</dt><dd>下一处意见、下一处雷同</dd><dt>k</dt><dd>上一处</dd><dt>]</dt><dd>下一份材料</dd><dt>[</dt><dd>上一份材料</dd><dt>o</dt><dd>回到总览</dd><dt>?</dt><dd>显示这张表</dd><dt>Esc</dt><dd>关闭</dd></dl><form method="dialog"><button>关闭</button></form></dialog>`

const FRAME = `<a class="skip" href="#main">跳到正文</a>
<header id="bar"><a class="brand" href="#overview"><span class="seal" aria-hidden="true">对照</span><span class="unseen">对照</span></a><nav id="menu" aria-label="主菜单"></nav><div class="tools"><button type="button" id="print-button" hidden>打印这份</button><button type="button" id="print-all-button">打印全部</button><button type="button" id="help-button" title="键盘操作（? 键）">? 键盘</button></div></header>
<main id="main" tabindex="-1"></main>
<div id="paper"></div>
<noscript><p>这份结果要用浏览器的脚本功能来显示。请用 Edge、Chrome、360 或火狐浏览器打开，并允许脚本。</p></noscript>
${KEYS_DIALOGUE}`

/** JSON in a script element that it cannot end. */
export function embed(id: string, value: unknown): string {
  return `<script type="application/json" id="${id}">${JSON.stringify(value).replaceAll('<', '\\u003c')}</script>`
}
