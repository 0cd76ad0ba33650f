import type { ListColumn } from '../../platform/list-sheets.ts'

/** What a column of an imported workbook can hold. */
export type ImportField =
  | 'organisation'
  | 'kind'
  | 'parent'
  | 'name'
  | 'unit'
  | 'position'
  | 'email'
  | 'member'
  | 'login'

export type ImportColumn = ListColumn<ImportField>

/** A sheet with one of these and no names of people lists organisations. */
export const organisationColumns: readonly ImportColumn[] = [
  { field: 'organisation', meaning: '组织名称', names: ['组织名称', '单位名称', '党组织名称', '名称', '组织', '单位'] },
  { field: 'kind', meaning: '类别', names: ['类别', '类型', '组织类别', '组织类型', '单位类型'] },
  { field: 'parent', meaning: '上级组织', names: ['上级组织', '上级', '上级单位', '上级党组织', '隶属', '所属单位'] },
]

/** A sheet with a column of names lists people. */
export const peopleColumns: readonly ImportColumn[] = [
  { field: 'name', meaning: '姓名', names: ['姓名', '人员姓名', '党员姓名'] },
  {
    field: 'unit',
    meaning: '所在组织',
    names: [
      '所在组织',
      '组织',
      '单位',
      '所在单位',
      '部门',
      '科室',
      '所在科室',
      '所在部门',
      '党支部',
      '所在支部',
      '单位名称',
    ],
  },
  { field: 'position', meaning: '职务', names: ['职务', '职务职级', '岗位', '单位及职务'] },
  { field: 'email', meaning: '邮箱', names: ['邮箱', '电子邮箱', '电子邮件', 'email', 'e-mail'] },
  { field: 'member', meaning: '是否党员', names: ['是否党员', '党员', '政治面貌'] },
  { field: 'login', meaning: '账号', names: ['账号', '登录名', '用户名', '登录账号'] },
]
