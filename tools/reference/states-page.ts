import {
  defaultApprovalChains,
  features,
  type Machine,
  permissions,
  problemSourceNames,
  problemSources,
  roleNames,
} from '@duizhao/contract'

/** docs/states.md: the life of everything that has states, drawn and as a table. */
export function statesPage(): string {
  const machines = Object.values(features).flatMap((feature) => ('machine' in feature ? [feature.machine] : []))
  return [
    '# 状态',
    '',
    '由 `npm run docs` 从各功能的状态机（`packages/contract/src` 里的 `…-machine.ts`）生成：服务按它办，网页按它显示按钮，测试逐格核对。一件事在一个状态下有几行时，按先后取第一行条件都满足的。',
    '',
    ...machines.flatMap(machineSection),
    ...approvalSection(),
  ].join('\n')
}

function machineSection({ subject, stateNames, actionNames, guardNames, transitions }: Machine): string[] {
  const named = transitions.map((transition) => ({ ...transition, name: actionNames[transition.action] ?? '' }))
  const arrows = named.flatMap(({ name, from, to }) =>
    to === null
      ? []
      : (from ?? ['[*]']).filter((state) => state !== to).map((state) => `  ${state} --> ${to}: ${name}`),
  )
  const rows = named.map(({ name, from, to, permission, needs }) =>
    [
      name,
      from === null ? '还没有' : from.map((state) => stateNames[state]).join('、'),
      to === null ? '不变' : stateNames[to],
      permissions[permission].map((role) => roleNames[role]).join('、'),
      needs.map((guard) => guardNames[guard]).join('；'),
    ].join(' | '),
  )
  return [
    `## ${subject}的状态`,
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...Object.entries(stateNames).map(([state, name]) => `  state "${name}" as ${state}`),
    ...new Set(arrows),
    '```',
    '',
    '| 做什么 | 在什么状态 | 变成 | 谁 | 还要 |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
  ]
}

function approvalSection(): string[] {
  const chains = problemSources.map(
    (source) =>
      `| ${problemSourceNames[source]} | ${defaultApprovalChains[source].map(({ name }) => name).join(' → ')} |`,
  )
  return [
    '## 销号的审批',
    '',
    '默认的层级，系统管理员可以在设置里改（1 到 5 级）。申请的人、报告进展、上传佐证的人、责任人、前面审批过的人都不能再审批；责任领导不能做最后一级。',
    '',
    '| 来源 | 审批 |',
    '| --- | --- |',
    ...chains,
    '',
  ]
}
