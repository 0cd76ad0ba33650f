import type { ListColumn } from '../../platform/list-sheets.ts'

/** What a column of a responsibility list can hold. */
export type DutyListField = 'text' | 'often' | 'who' | 'ground'

const column = (field: DutyListField, meaning: string, ...lines: readonly string[]): ListColumn<DutyListField> => ({
  ...{ field, meaning },
  names: lines.flatMap((line) => line.split(' ')),
})

/** The columns of the lists offices keep, by the words they head them with. */
export const dutyListColumns: readonly ListColumn<DutyListField>[] = [
  column(
    'text',
    '事项',
    '事项 责任事项 责任内容 责任清单 主要责任 具体责任 责任要求 责任任务 履责事项 履责内容',
    '履职事项 履职内容 工作任务 工作内容 工作事项 重点任务 重点工作 主要任务 具体任务 任务',
    '清单内容 具体内容 内容 具体事项 具体措施 工作措施 主要内容 任务内容 责任 落实内容',
  ),
  column(
    'often',
    '频次、时限',
    '频次 要求 频次要求 完成时限 时限 完成时间 时间要求 时间 时间节点 时限要求 工作要求',
    '落实时限 进度安排 时间安排 履责频次 完成频次',
  ),
  column(
    'who',
    '责任人',
    '责任人 责任主体 责任领导 责任对象 责任岗位 牵头领导 主要责任人 履责主体 落实主体 岗位',
    '责任人员 负责人 牵头人 职务 责任单位 责任部门 牵头单位 责任科室',
  ),
  column('ground', '依据', '依据 制定依据 工作依据 政策依据 责任依据 来源'),
]
