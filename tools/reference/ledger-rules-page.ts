import { type LedgerRule, ledgerRules } from '@duizhao/engine'
import { severityNames } from '@duizhao/report'
import { knownNames } from './known-names.ts'

/** docs/ledger-rules.md: every rule about ledgers with its reason, its source and its examples. */
export function ledgerRulesPage(): string {
  return [
    '# 台账规则',
    '',
    `\`duizhao ledger lint\` 用的 ${ledgerRules.length} 条规则。由 \`npm run docs\` 从规则文件生成，例子就是测试：⟦ ⟧ 标出必须指出的格。`,
    ...ledgerRules.flatMap(ruleEntry),
    '',
  ].join('\n')
}

function ruleEntry({ id, name, severity, why, source, bad, good }: LedgerRule): string[] {
  return [
    '',
    `## ${name}`,
    '',
    `\`${id}\` · ${severityNames[severity]}`,
    '',
    why,
    '',
    `依据：${source.title}（${knownNames[source.known]}）`,
    ...bad.flatMap((text) => ['', '会指出：', '', '```text', text, '```']),
    ...good.flatMap((text) => ['', '不会指出：', '', '```text', text, '```']),
  ]
}
