import { type AnyRule, checkRules, ledgerRules, pairRules, reconcileRules, rules } from '@duizhao/engine'
import { severityNames } from '@duizhao/engine/wording'
import { familyNames } from '@duizhao/report'
import { knownNames } from './known-names.ts'

/** A page of the rule reference: the rules of one kind by their families. */
interface RulePage {
  readonly title: string
  /** What the rules are for and how their examples are written, one paragraph each. */
  readonly introduction: readonly string[]
  readonly families: Readonly<Record<string, string>>
  readonly rules: readonly AnyRule[]
}

const GENERATED = '由 `npm run docs` 从规则文件生成，例子就是测试'
const PAPERS =
  '例子是几份材料：`=== 文件名` 另起一份，⟦ ⟧ 标出必须指出的地方，⟨ ⟩ 标出与它有关的地方；标在文件名上是指整份文件，`=== ⟦⟧` 是指没有的那一份。'

/** docs/rules.md: the rules about one material. */
export function rulesPage(): string {
  return page({
    title: '审核规则',
    introduction: [
      `\`duizhao review\` 用的 ${rules.length + pairRules.length} 条规则。${GENERATED}：⟦ ⟧ 标出必须指出的文字，“不会指出”的例子必须没有意见。`,
      `${severityNames.error}：谁都会同意的错漏；${severityNames.warning}：多半有问题，要核对；${severityNames.advice}：值得再看一眼。轻重可以在 \`duizhao.config.json\` 的 \`rules\` 里改，\`off\` 为关闭。`,
      '雷同的规则看两份材料，例子里 `=== 文件名` 另起一份，⟦ ⟧ 标出每份里最长的相同片段。',
    ],
    families: familyNames,
    rules: [...rules, ...pairRules],
  })
}

/** docs/check-rules.md: the rules about a meeting's papers. */
export function checkRulesPage(): string {
  return page({
    title: '会议材料的检查规则',
    introduction: [
      `\`duizhao check\` 用的 ${checkRules.length} 条规则。${GENERATED}。材料按内容认出种类，没有读准的事不作判断。`,
      '“对不对得上”只看材料之间（优秀比例除外）；其余各条看的是程序，怎样判断见 [compliance-rules.md](compliance-rules.md)，这里的例子说明从材料里读出什么。',
      PAPERS,
    ],
    families: {
      completeness: '齐不齐',
      procedure: '先后和程序',
      agreement: '对不对得上',
      'follow-up': '有没有下文',
    },
    rules: checkRules,
  })
}

/** docs/reconcile-rules.md: the rules about a rectification's documents. */
export function reconcileRulesPage(): string {
  return page({
    title: '逐项核对的规则',
    introduction: [
      `\`duizhao reconcile\` 用的 ${reconcileRules.length} 条规则：反馈意见、整改方案、台账、进展报告、公开通报之间缺了什么、多了什么、哪里不一致。${GENERATED}。`,
      PAPERS,
    ],
    families: {
      presence: '缺了、多了',
      difference: '写得不一致',
      figure: '数字变了',
      total: '总数和比例',
    },
    rules: reconcileRules,
  })
}

/** docs/ledger-rules.md: the rules about ledgers. */
export function ledgerRulesPage(): string {
  return page({
    title: '台账规则',
    introduction: [
      `\`duizhao ledger lint\` 用的 ${ledgerRules.length} 条规则。${GENERATED}：一行一行的表，⟦ ⟧ 标出必须指出的格。`,
    ],
    families: { ledger: '台账' },
    rules: ledgerRules,
  })
}

function page({ title, introduction, families, rules: all }: RulePage): string {
  const chapters = Object.entries(families).map(([family, name]) => ({
    name,
    own: all.filter(({ id }) => id.startsWith(`${family}/`)),
  }))
  return [
    `# ${title}`,
    ...introduction.flatMap((paragraph) => ['', paragraph]),
    '',
    ...chapters.map(
      ({ name, own }) =>
        `- ${name}（${own.length} 条）：${own.map((rule) => `[${rule.name}](#${anchor(rule.id)})`).join('、')}`,
    ),
    ...chapters.flatMap(({ name, own }) => ['', `## ${name}`, ...own.flatMap(ruleEntry)]),
    '',
  ].join('\n')
}

function ruleEntry({ id, name, severity, why, source, bad, good }: RulePage['rules'][number]): string[] {
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
    `依据：${source.title}（${knownNames[source.known]}）`,
    ...examples('会指出：', bad),
    ...examples('不会指出：', good),
  ]
}

function examples(title: string, texts: readonly string[]): string[] {
  const blocks = texts.flatMap((text) => ['', '```text', text.trim(), '```'])
  return blocks.length === 0 ? [] : ['', title, ...blocks]
}

function anchor(id: string): string {
  return id.replace('/', '-')
}
