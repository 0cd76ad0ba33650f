import { organisationKindNames } from '@duizhao/contract'
import { writeXlsx } from '@duizhao/report'
import type { Download } from '../../platform/context.ts'
import { type ImportColumn, organisationColumns, peopleColumns } from './import-columns.ts'

/** The empty workbook to fill in: a sheet for organisations, one for people, one that explains. */
export function importForm(): Download {
  const columns = (known: readonly ImportColumn[]) => known.map(({ meaning }) => ({ header: meaning, width: 24 }))
  const explained = [
    '“组织”表：一行一个组织。上级组织不写就是导入时选中的那个组织；同名的写成“上级/名称”。',
    `“组织”表的类别可以写：${Object.values(organisationKindNames).join('、')}；不写则按名称判断。`,
    '“人员”表：一行一个人。所在组织可以是已有的，也可以是“组织”表里新写的。',
    '写了账号的，导入后开通账号并给出初始口令；不写就只登记人员。',
    '重复导入不会重复登记：同一组织里同名的人按修改处理。',
    '不得填写国家秘密和工作以外的个人信息。',
  ]
  const bytes = writeXlsx([
    { name: '组织', columns: columns(organisationColumns), rows: [] },
    { name: '人员', columns: columns(peopleColumns), rows: [] },
    { name: '填写说明', columns: [{ header: '说明', width: 90 }], rows: explained.map((line) => [line]) },
  ])
  return { name: '组织和人员导入表.xlsx', bytes }
}
