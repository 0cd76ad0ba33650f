import { expect, it } from 'vitest'
import { html, staticPage } from './static-page.ts'

it('escapes words but not markup, and joins lists', () => {
  const names = ['张<三>', '"李四"'].map((name) => html`<li title="${name}">${name}</li>`)
  expect(html`<ul>${names}</ul>${null}${3}`.html).toBe(
    '<ul><li title="张&lt;三&gt;">张&lt;三&gt;</li><li title="&quot;李四&quot;">&quot;李四&quot;</li></ul>3',
  )
})

it('makes a page that may load and run nothing', () => {
  const page = staticPage({ title: '甲&乙', body: html`<p>正文</p>` })
  expect(page).toContain("default-src 'none'")
  expect(page).toContain('<title>甲&amp;乙 · 对照</title>')
  expect(page).toContain('<p>正文</p>')
})
