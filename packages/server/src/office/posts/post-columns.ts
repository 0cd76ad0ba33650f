import type { ListColumn } from '../../platform/list-sheets.ts'

/** What a column of a list of posts can hold. */
export type PostField = 'name' | 'caption' | 'role' | 'leads' | 'branch' | 'term' | 'until' | 'body'

export interface PostColumn extends ListColumn<PostField> {
  /** In the export, in characters. */
  readonly width: number
}

/** The columns of a list of posts, as they are read and written. */
export const postColumns: readonly PostColumn[] = [
  { field: 'name', meaning: '姓名', names: ['姓名', '人员姓名', '党员姓名', '成员姓名'], width: 12 },
  { field: 'caption', meaning: '职务', names: ['职务', '党内职务', '现任职务', '职务名称', '职务全称'], width: 28 },
  { field: 'role', meaning: '职务种类', names: ['职务种类', '种类', '职务类别'], width: 14 },
  {
    field: 'leads',
    meaning: '分管',
    names: ['分管', '分管科室', '分管工作', '分管单位', '分管部门', '分管领域', '分管单位、科室', '分管科室、单位'],
    width: 36,
  },
  {
    field: 'branch',
    meaning: '所在支部',
    names: ['所在支部', '所在党支部', '党支部', '支部', '组织关系所在支部', '双重组织生活支部'],
    width: 24,
  },
  {
    field: 'term',
    meaning: '任职时间',
    names: ['任职时间', '任职日期', '任职起止时间', '任职年月', '任现职时间', '起始时间', '任期'],
    width: 18,
  },
  {
    field: 'until',
    meaning: '免职时间',
    names: ['免职时间', '免职日期', '离任时间', '截止时间', '终止时间'],
    width: 18,
  },
  {
    field: 'body',
    meaning: '组织',
    names: ['组织', '任职组织', '所在组织', '党组织', '党组织名称', '单位', '所在单位', '单位名称', '组织名称'],
    width: 28,
  },
]
