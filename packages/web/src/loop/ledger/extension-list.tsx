import { extensionWords, type ProblemDetail } from '@duizhao/contract'
import { dateInChinese, instantInChinese } from '../../platform/archetypes/dates.ts'
import { oneOf } from '../../platform/archetypes/names-in-words.ts'

/** Later deadlines asked for, and what was decided. */
export function ExtensionList({ problem: { extensions, mayDecideExtension } }: { readonly problem: ProblemDetail }) {
  if (extensions.length === 0) return null
  return (
    <section aria-label="延期">
      <h2>延期</h2>
      {extensions.map(({ id, reason, by, at, decision, ...asked }) => (
        <div key={id} className="piece">
          <p>
            {by}申请{extensionWords(asked, dateInChinese)}：{reason}
          </p>
          <span className="quiet">{instantInChinese(at)}</span>
          <p>
            {decision === null
              ? `等待${oneOf(mayDecideExtension)}决定`
              : `${decision.by}${decision.isGranted ? '同意延期' : '没有同意'}${decision.reason === '' ? '' : `：${decision.reason}`}`}
          </p>
        </div>
      ))}
    </section>
  )
}
