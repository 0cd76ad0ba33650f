import { postRoleNames } from '@duizhao/contract'
import { writeXlsx } from '@duizhao/report'
import type { Download } from '../../platform/context.ts'
import { postColumns } from './post-columns.ts'

/** The empty list of posts to fill in, and a sheet that explains. */
export function postImportForm(): Download {
  const explained = [
    '一行写一个人的一个职务；一个人有几个职务的，写几行。人员要先在“组织与人员”里登记。',
    `“职务种类”可以写：${Object.values(postRoleNames).join('、')}；不写则按职务判断。`,
    '“分管”写单位、科室的名称，几个之间用顿号隔开；“所在支部”写过组织生活的支部。',
    '“任职时间”写成 2026年3月 或 2026年3月15日；现任的不写“免职时间”。',
    '“组织”不写就是导入时选中的那个组织；同名的写成“上级/名称”。',
    '重复导入不会重复登记；空着的单元格不会清掉已有的内容。',
  ]
  const bytes = writeXlsx([
    { name: '任职', columns: postColumns.map(({ meaning, width }) => ({ header: meaning, width })), rows: [] },
    { name: '填写说明', columns: [{ header: '说明', width: 90 }], rows: explained.map((line) => [line]) },
  ])
  return { name: '任职导入表.xlsx', bytes }
}
