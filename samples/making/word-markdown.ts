/**
 * Markdown as converters export it from Word: bold cut into pieces inside a label (`**（****一****）****`), headings
 * bold instead of `#`, and stray `#` lines where empty heading paragraphs stood.
 */
export function toWordMarkdown(body: string): string {
  const heading = /^((?:⟨a⟩|⟨\/a⟩)*)(一、|[二三四五六七八九十]、|（[一二三四五六七八九十]+）|\d+\.)(.{1,40})$/
  return body
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('# ')) return [`# **${line.slice(2)}**`]
      const [, marks = '', label = '', words = ''] = heading.exec(line) ?? []
      if (label === '' || /[。；]/.test(words)) return [line]
      const whole = `${marks}**${cutLabel(label)}${words}**`
      return label.endsWith('、') ? ['#', '', whole] : [whole]
    })
    .join('\n')
}

/** "（一）" → "（****一****）****", "1." → "1****.****": each piece was a run of its own. */
function cutLabel(label: string): string {
  if (label.endsWith('、')) return label
  return label.startsWith('（') ? `（****${label.slice(1, -1)}****）****` : `${label.slice(0, -1)}****.****`
}
