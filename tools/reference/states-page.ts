import {
  defaultApprovalChains,
  permissions,
  problemActionNames,
  problemGuardNames,
  problemMachine,
  problemSourceNames,
  problemSources,
  problemStateNames,
  roleNames,
} from '@duizhao/contract'

/** docs/states.md: the life of a problem, drawn and as a table. */
export function statesPage(): string {
  const arrows = problemMachine.flatMap(({ action, from, to }) =>
    to === null
      ? []
      : from.filter((state) => state !== to).map((state) => `  ${state} --> ${to}: ${problemActionNames[action]}`),
  )
  const names = Object.entries(problemStateNames).map(([state, name]) => `  state "${name}" as ${state}`)
  const rows = problemMachine.map(({ action, from, to, permission, needs }) =>
    [
      problemActionNames[action],
      from.map((state) => problemStateNames[state]).join('、'),
      to === null ? '不变' : problemStateNames[to],
      permissions[permission].map((role) => roleNames[role]).join('、'),
      needs.map((guard) => problemGuardNames[guard]).join('；'),
    ].join(' | '),
  )
  const chains = problemSources.map(
    (source) =>
      `| ${problemSourceNames[source]} | ${defaultApprovalChains[source].map(({ name }) => name).join(' → ')} |`,
  )
  return [
    '# 问题的状态',
    '',
    '由 `npm run docs` 从 `packages/contract/src/loop/ledger/problem-machine.ts` 生成：服务按它办，网页按它显示按钮，测试逐格核对。',
    '',
    '```mermaid',
    'stateDiagram-v2',
    ...names,
    '  [*] --> registered: 登记、导入',
    ...arrows,
    '```',
    '',
    '| 做什么 | 在什么状态 | 变成 | 谁 | 还要 |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
    '## 销号的审批',
    '',
    '默认的层级，系统管理员可以在设置里改（1 到 5 级）。申请的人、报告进展、上传佐证的人、责任人、前面审批过的人都不能再审批；责任领导不能做最后一级。',
    '',
    '| 来源 | 审批 |',
    '| --- | --- |',
    ...chains,
    '',
  ].join('\n')
}
