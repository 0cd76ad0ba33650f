import { rules } from '@duizhao/engine'
import type { RuleFamily } from '@duizhao/engine'
import { severityNames } from '@duizhao/engine/wording'
import { factsOf, familyNames, ruleFacts } from '@duizhao/report'
import type { RuleFacts } from '@duizhao/report'
import type { Terminal } from '../terminal/terminal.ts'
import { UsageError } from '../usage-error.ts'

/** `duizhao rules [id]`: all rules in a list, or one in full. Returns the exit code. */
export function rulesCommand(id: string | undefined, { stdout }: Terminal): number {
  stdout.write(id === undefined ? listRules() : describeRule(findRule(id)))
  return 0
}

function findRule(id: string): RuleFacts {
  const rule = factsOf(id)
  if (rule) return rule
  const near = ruleFacts.filter((one) => one.id.includes(id)).map((one) => one.id)
  throw new UsageError(
    `没有“${id}”这条规则${near.length === 0 ? '' : `，相近的有 ${near.join('、')}`}。用 duizhao rules 查看全部规则。`,
  )
}

function listRules(): string {
  const width = Math.max(0, ...ruleFacts.map(({ id }) => id.length))
  const lines = (Object.keys(familyNames) as RuleFamily[]).flatMap((family) => {
    const own = ruleFacts.filter(({ id }) => id.startsWith(`${family}/`))
    if (own.length === 0) return []
    return [
      '',
      `${familyNames[family]}（${own.length} 条）`,
      ...own.map(({ id, name, severity }) => `  ${id.padEnd(width)}  ${severityNames[severity]}  ${name}`),
    ]
  })
  return `共 ${ruleFacts.length} 条规则，用 duizhao rules <编号> 查看一条的说明和例子。\n${lines.join('\n')}\n`
}

function describeRule({ id, name, severity, why, source }: RuleFacts): string {
  const { bad = [], good = [] } = rules.find((rule) => rule.id === id) ?? {}
  const examples = (title: string, texts: readonly string[]): string[] =>
    texts.length === 0 ? [] : ['', title, ...texts.map((text) => `  ${text.replaceAll('\n', '\n  ')}`)]
  return [
    `${id}  ${name}（${severityNames[severity]}）`,
    '',
    `为什么：${why}`,
    `依据：${source}`,
    ...examples('会指出（⟦ ⟧ 内）：', bad),
    ...examples('不会指出：', good),
    '',
    `在 duizhao.config.json 中写 { "rules": { "${id}": "off" } } 可以关闭它。`,
    '',
  ].join('\n')
}
