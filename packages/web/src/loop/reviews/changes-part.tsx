import type { ReviewChanges } from '@duizhao/contract'

/** What became of a version since the one that was sent back: findings that are gone and that are new, and the text. */
export function ChangesPart({ compared }: { readonly compared: ReviewChanges }) {
  const { earlier, gone, fresh, changes, moreChanges } = compared
  if (earlier === null) return null
  const count = changes.length + moreChanges
  return (
    <section aria-label="与前一版相比" className="review-changes">
      <p>
        与第 {earlier.ordinal} 版相比：{gone.length === 0 ? '意见没有减少' : `意见减少 ${gone.length} 条`}，
        {fresh.length === 0 ? '没有新增意见' : `新增意见 ${fresh.length} 条`}，
        {count === 0 ? '文字没有改' : `文字改了 ${count} 处`}。
      </p>
      {gone.length > 0 && (
        <details>
          <summary>减少的意见 {gone.length} 条</summary>
          <ul>
            {gone.map(({ key, message }) => (
              <li key={key}>{message}</li>
            ))}
          </ul>
        </details>
      )}
      {count > 0 && (
        <details>
          <summary>改了的文字 {count} 处</summary>
          <ul>
            {changes.map(({ beginning, was, is, ending }, at) => (
              <li key={at}>
                {beginning}
                {was !== '' && <del>{was}</del>}
                {is !== '' && <ins>{is}</ins>}
                {ending}
              </li>
            ))}
          </ul>
          {moreChanges > 0 && <p className="quiet">还有 {moreChanges} 处没有列出。</p>}
        </details>
      )}
    </section>
  )
}
