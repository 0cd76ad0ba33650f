import { type HelpTask, HelpTasks } from '../../platform/elements/help-tasks.tsx'

export const ledgerTasks: readonly HelpTask[] = [
  {
    name: '登记问题',
    path: '/ledger',
    steps: [
      '打开“台账”，点“登记问题”。',
      '写清问题，选来源、类型和完成时限；只管一个单位的，单位已经选好。',
      '点“登记”，打开的就是这个问题的页，接下来可以分派。',
      '登记错了：还没有人办过的，在问题页点“更多”，“登记有误，撤回”，写明理由；分派过的先撤销分派；上级登记的由上级撤回。',
    ],
    picture: new URL('./help/register.webp', import.meta.url).href,
    shows: '登记问题的窗口：单位、问题、来源、类型、完成时限',
  },
  {
    name: '分派',
    path: '/ledger',
    steps: [
      '打开问题，点“分派”，选责任领导、责任人。',
      '几个问题一起分派：在台账里勾选，点“分派”，只改填了的几项，改之前看得见改成什么。',
      '分派错了：还没有报告进展、没有佐证材料的，在问题页点“更多”，“撤销分派”，写明理由。',
    ],
    picture: new URL('./help/assign.webp', import.meta.url).href,
    shows: '分派的窗口：责任领导、责任人、类型、完成时限',
  },
  {
    name: '报告进展，附照片',
    path: '/',
    steps: [
      '“今天”里点要报告的问题，点“报告进展”。',
      '写进展情况，勾选这次完成的措施。',
      '在同一个窗口里点“拍照”或“选文件”，附上佐证材料，点“报告进展”。手机上一样。',
    ],
    picture: new URL('./help/progress.webp', import.meta.url).href,
    shows: '报告进展的窗口：进展情况、日期、完成的措施、佐证材料',
  },
  {
    name: '申请销号',
    path: '/ledger',
    steps: [
      '措施都完成、佐证材料都有了，打开问题点“申请销号”。',
      '写整改成效。下面逐条写着销号条件满足没有，缺什么。',
      '条件没有全部满足又要申请的，写明理由，审批的人看得见。',
    ],
    picture: new URL('./help/strike-off.webp', import.meta.url).href,
    shows: '申请销号的窗口：整改成效和销号条件',
  },
  {
    name: '审批销号',
    path: '/',
    steps: [
      '“今天”里点“审批销号”的问题，点“确认并上报”或“核验通过，销号”。',
      '左边打开佐证材料看，右边对照成效、措施、条件，写意见。',
      '不符合的点“退回并说明”。办完一个，页上写着下一个。',
    ],
    picture: new URL('./help/approve.webp', import.meta.url).href,
    shows: '审批的窗口：左边是佐证材料，右边是整改成效、措施、条件和意见',
  },
  {
    name: '导入台账',
    path: '/ledger-import',
    steps: [
      '打开“台账”，点“导入台账”，选单位，选 Excel 或 Word 文件。',
      '先看读出了什么、会改什么；读错的栏目在页上改。',
      '点“写入台账”才真的写入。',
      '导错了：还没有人办过的，在写完的页上或者“导入记录”里点“撤销这次导入”。',
    ],
    picture: new URL('./help/import.webp', import.meta.url).href,
    shows: '导入台账的页：选单位、选文件',
  },
  {
    name: '导出和打印',
    path: '/ledger',
    steps: [
      '在台账里先筛选，再点“导出 Excel”，导出的就是筛选出来的。',
      '一个问题的全部经过，在问题页点“一问题一档”。',
      '每一页都可以打印，菜单和按钮不会印出来。',
    ],
    picture: new URL('./help/export.webp', import.meta.url).href,
    shows: '台账的页：筛选，导出 Excel 的按钮',
  },
  {
    name: '看谁逾期',
    path: '/ledger',
    steps: [
      '“今天”下面的“已超期”是一个数，点开就是那几个问题。',
      '“统计”里按单位、按方面看，每个数都点得开。',
      '要催办的打开问题，点“发督办单”。',
    ],
    picture: new URL('./help/overdue.webp', import.meta.url).href,
    shows: '台账里已超期的问题',
  },
]

/** What is done with the ledger most: how. */
export function HelpPart() {
  return <HelpTasks tasks={ledgerTasks} />
}
