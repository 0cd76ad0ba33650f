import {
  type ComplianceRule,
  complianceRules,
  complianceStateNames,
  complianceStates,
  complianceTemplates,
} from '@duizhao/engine/compliance'
import { severityNames } from '@duizhao/engine/wording'
import { knownNames } from './known-names.ts'

const FAMILIES: Readonly<Record<string, string>> = {
  completeness: '齐不齐',
  procedure: '先后和程序',
  agreement: '对不对得上',
  'follow-up': '有没有下文',
}

/** docs/compliance-rules.md: the rules about how a meeting is prepared, held and followed up. */
export function compliancePage(): string {
  const chapters = Object.entries(FAMILIES).map(([family, name]) => ({
    name,
    own: complianceRules.filter(({ id }) => id.startsWith(`${family}/`)),
  }))
  return [
    '# 会议程序的规则',
    '',
    `会前、会上、会后该做的事，${complianceRules.length} 条规则。由 \`npm run docs\` 从规则文件生成，例子就是测试。`,
    '规则看的是事实：谁、哪天、做了没有。事实可以从一个文件夹的材料里读来（`duizhao check`，见 [check-rules.md](check-rules.md)），也可以来自服务里登记的会议。',
    '不知道的事不算没做到；没有到期的事不算缺；依据没有核实的只是建议，不拦会议。',
    '',
    `结果有六种：${complianceStates.map((state) => complianceStateNames[state]).join('、')}。各种会议的要求（提前几天、到会几成、几天内上报）是数据，上级可以另定。`,
    '',
    ...chapters.map(
      ({ name, own }) =>
        `- ${name}（${own.length} 条）：${own.map((rule) => `[${rule.name}](#${anchorOf(rule)})`).join('、')}`,
    ),
    ...chapters.flatMap(({ name, own }) => ['', `## ${name}`, ...own.flatMap(ruleEntry)]),
    '',
  ].join('\n')
}

function ruleEntry(rule: ComplianceRule): string[] {
  const { id, name, severity, why, source, examples } = rule
  const isBlock = complianceTemplates.democratic_life.blocks.includes(id)
  return [
    '',
    `<a id="${anchorOf(rule)}"></a>`,
    '',
    `### ${name}`,
    '',
    `\`${id}\` · ${severityNames[severity]}${isBlock ? ' · 没做到时会议不能往下走，要写明理由才能放行' : ''}`,
    '',
    why,
    '',
    `依据：${source.title}（${knownNames[source.known]}）`,
    '',
    '| 结果 | 例子 | 说什么 |',
    '| --- | --- | --- |',
    ...complianceStates.flatMap((state) =>
      (examples[state] ?? []).map(
        ({ given, says = [] }) => `| ${complianceStateNames[state]} | ${given} | ${says.join('；')} |`,
      ),
    ),
  ]
}

function anchorOf({ id }: ComplianceRule): string {
  return id.replace('/', '-')
}
