import { writeXlsx } from '@duizhao/report'

/** A responsibility list as an office keeps it, in Excel. */
export function dutyListFile(rows: readonly (readonly string[])[] = DUTY_LIST, name = '主体责任清单.xlsx'): File {
  const [headers = [], ...lines] = rows
  const bytes = writeXlsx([
    {
      name: '清单',
      title: '2025年全面从严治党主体责任清单',
      columns: headers.map((header) => ({ header, width: 20 })),
      rows: lines.map((line) => [...line]),
    },
  ])
  return new File([new Uint8Array(bytes)], name)
}

export const DUTY_LIST = [
  ['序号', '责任内容', '完成时限', '责任人'],
  ['1', '专题研究全面从严治党工作', '每半年一次', '领导班子'],
  ['2', '每季度对意识形态工作进行分析研判', '每季度', '领导班子'],
  ['3', '与班子成员谈心谈话', '全年不少于2次', '党组书记'],
  ['4', '带头廉洁自律，管好身边人', '', '班子成员'],
]
