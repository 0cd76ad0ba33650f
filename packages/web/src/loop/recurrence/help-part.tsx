import { recurrenceVerdictMeanings, recurrenceVerdictNames, recurrenceVerdicts } from '@duizhao/contract'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'

/** How one says that an old problem is there again. */
export function HelpPart() {
  return (
    <section aria-label="认定老问题">
      <h3>认定老问题</h3>
      <ol>
        <li>打开“老问题”，选单位和年份；或者打开一个问题，看“以往同类问题”。</li>
        <li>列出的是说法相近的，写明两边都涉及什么事、哪些说法相同。程序只列出，不下结论；没有列出的不等于没有。</li>
        <li>点“认定”，选一种，写明理由。可以改，可以收回，每次都记进审计日志。</li>
      </ol>
      <LinkButton to="/came-back">打开老问题</LinkButton>
      <ul>
        {recurrenceVerdicts.map((verdict) => (
          <li key={verdict}>
            {recurrenceVerdictNames[verdict]}：{recurrenceVerdictMeanings[verdict]}。
          </li>
        ))}
      </ul>
    </section>
  )
}
