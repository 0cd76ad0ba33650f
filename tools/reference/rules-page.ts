import { rules } from '@duizhao/engine'
import type { RuleFamily } from '@duizhao/engine'
import { familyNames, ruleFacts, severityNames } from '@duizhao/report'
import type { RuleFacts } from '@duizhao/report'

/** docs/rules.md: every rule with its reason, its source and its examples. */
export function rulesPage(): string {
  const families = (Object.keys(familyNames) as RuleFamily[]).map((family) => ({
    family,
    own: ruleFacts.filter(({ id }) => id.startsWith(`${family}/`)),
  }))
  const contents = families.map(
    ({ family, own }) =>
      `- ${familyNames[family]}（${own.length} 条）：${own.map(({ id, name }) => `[${name}](#${anchor(id)})`).join('、')}`,
  )
  const chapters = families.flatMap(({ family, own }) => ['', `## ${familyNames[family]}`, ...own.flatMap(ruleEntry)])
  return [
    '# 审核规则',
    '',
    `共 ${ruleFacts.length} 条。由 \`npm run docs\` 从规则文件生成，例子就是测试：⟦ ⟧ 标出必须指出的文字，“不会指出”的例子必须没有意见。`,
    '',
    '错误：谁都会同意的错漏；警告：多半有问题；建议：值得再看一眼。轻重可以在 `duizhao.config.json` 的 `rules` 里改，`off` 为关闭。',
    '',
    ...contents,
    ...chapters,
    '',
  ].join('\n')
}

function ruleEntry({ id, name, severity, why, source }: RuleFacts): string[] {
  const { bad = [], good = [] } = rules.find((rule) => rule.id === id) ?? {}
  return [
    '',
    `<a id="${anchor(id)}"></a>`,
    '',
    `### ${name}`,
    '',
    `\`${id}\` · ${severityNames[severity]}`,
    '',
    why,
    '',
    `依据：${source}`,
    ...examples('会指出：', bad),
    ...examples('不会指出：', good),
  ]
}

function examples(title: string, texts: readonly string[]): string[] {
  return texts.length === 0
    ? []
    : [
        '',
        title,
        '',
        '```text',
        ...texts.flatMap((text, index) => (index === 0 ? [text.trimEnd()] : ['', text.trimEnd()])),
        '```',
      ]
}

function anchor(id: string): string {
  return id.replace('/', '-')
}
