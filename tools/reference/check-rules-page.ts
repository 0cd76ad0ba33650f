import { type CheckRule, checkRules } from '@duizhao/engine'
import { severityNames } from '@duizhao/report'
import { knownNames } from './known-names.ts'

const FAMILIES: Readonly<Record<string, string>> = {
  completeness: '齐不齐',
  procedure: '先后和程序',
  agreement: '对不对得上',
  'follow-up': '有没有下文',
}

/** docs/check-rules.md: every rule about a meeting's papers with its reason and its source. */
export function checkRulesPage(): string {
  return [
    '# 会议材料的检查规则',
    '',
    `\`duizhao check\` 用的 ${checkRules.length} 条规则，由 \`npm run docs\` 从规则文件生成。材料按内容认出种类，没有读准的事不作判断。`,
    ...Object.entries(FAMILIES).flatMap(([family, name]) => [
      '',
      `## ${name}`,
      '',
      '| 规则 | 轻重 | 为什么 | 依据 |',
      '| --- | --- | --- | --- |',
      ...checkRules.filter(({ id }) => id.startsWith(`${family}/`)).map(ruleLine),
    ]),
    '',
  ].join('\n')
}

function ruleLine({ id, name, severity, why, source }: CheckRule): string {
  return `| ${name} \`${id}\` | ${severityNames[severity]} | ${why} | ${source.title}（${knownNames[source.known]}） |`
}
