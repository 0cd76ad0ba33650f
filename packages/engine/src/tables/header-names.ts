/** What a column of a ledger or list holds. */
export type LedgerField =
  | 'number' // 序号
  | 'source' // 问题来源
  | 'category' // 反馈大类、方面
  | 'problem' // 反馈问题
  | 'manifestation' // 具体表现
  | 'cause' // 原因
  | 'target' // 整改目标、标准
  | 'measureNumber' // 措施序号
  | 'measure' // 整改措施
  | 'class' // 立行立改、限期整改、长期坚持
  | 'lead' // 责任领导
  | 'unit' // 责任单位
  | 'coUnit' // 配合单位
  | 'owner' // 责任人
  | 'person' // 姓名：谁的问题，谁来参加
  | 'position' // 职务
  | 'start' // 启动时间
  | 'deadline' // 完成时限
  | 'progress' // 整改进展
  | 'result' // 整改成效
  | 'institution' // 建章立制
  | 'evidence' // 佐证材料
  | 'state' // 完成情况
  | 'strikeOffDate' // 销号时间
  | 'verification' // 审核、验收
  | 'lookBack' // 回头看
  | 'opinion' // 意见建议
  | 'giver' // 提出人
  | 'answer' // 采纳情况
  | 'signature' // 签到
  | 'remark' // 备注
  | 'unknown' // 认不出的列，表头照留

/** The names of one field: written just so, at the end of a longer name, or anywhere in it; separated by blanks. */
export interface HeaderNames {
  readonly field: LedgerField
  readonly names: string
  readonly endings?: string
  readonly within?: string
}

/** Header names as found in ledgers and lists, without white space and remarks in brackets. */
export const headerNames: readonly HeaderNames[] = [
  { field: 'number', names: '序号 编号 序 号 项次 NO No no NO. 问题序号 问题编号 条目', endings: '序号 编号' },
  {
    field: 'source',
    names: '来源 问题来源 意见来源 线索来源 信息来源 出处 渠道 反馈来源 征集渠道 征求方式',
    // 资金来源, 数据来源 are no sources of a problem.
    endings: '问题来源 意见来源 线索来源 反馈来源 任务来源 事项来源 隐患来源 征集渠道 征求渠道 反映渠道 征求方式',
  },
  {
    field: 'category',
    names:
      '方面 大类 类别 归类 分类 领域 板块 维度 反馈大类 问题大类 问题类别 问题分类 所属方面 对照方面 检视方面 五个带头 四个带头 六个方面 一级指标',
    endings: '方面 大类 类别 领域 分类 归类',
  },
  {
    field: 'problem',
    names:
      '问题 反馈问题 存在问题 存在的问题 主要问题 存在的主要问题 突出问题 查摆问题 查摆的问题 检视问题 具体问题 发现问题 发现的问题 问题表述 问题内容 问题描述 问题清单 问题事项 问题概述 问题要点 问题原文 反馈意见 反馈意见内容 巡察反馈意见 巡视反馈意见 隐患 隐患问题 点评问题 问题不足 问题和不足 存在不足 整改问题 差距不足 需整改问题 问题隐患 隐患描述 隐患内容 存在隐患 存在的隐患 隐患情况 安全隐患 隐患事项 隐患名称 信访事项 信访问题 诉求内容 群众诉求 反映诉求 不符合项 不合格项 薄弱环节 问题事实 违规事实',
    endings:
      '问题 问题表述 问题内容 问题描述 问题清单 问题概述 反馈意见 短板 不足 隐患 隐患描述 隐患内容 隐患情况 不符合项 薄弱环节 诉求 诉求内容',
    within: '问题',
  },
  {
    field: 'manifestation',
    names: '具体表现 主要表现 表现 问题表现 表现形式 突出表现 具体情形 具体事例 典型事例 问题具体表现 具体情况',
    endings: '表现 表现形式 具体情形 具体事例',
  },
  {
    field: 'cause',
    names: '原因 原因分析 原因剖析 产生原因 问题原因 主要原因 根源 根源剖析',
    endings: '原因 原因分析 原因剖析 根源',
  },
  {
    field: 'target',
    names:
      '目标 标准 整改目标 整改标准 目标要求 整改要求 工作目标 预期目标 预期成效 预期效果 达到效果 目标任务 工作标准 整改建议 整改意见 完成标准 销号标准',
    endings: '目标 标准 整改要求 目标要求 预期成效 预期效果 整改建议 整改意见',
  },
  { field: 'measureNumber', names: '措施序号 措施编号 任务序号' },
  {
    field: 'measure',
    names:
      '措施 整改措施 具体措施 具体整改措施 整改举措 工作措施 工作举措 改进措施 落实措施 主要措施 整改任务 工作任务 具体任务 任务清单 措施清单 整改清单 整改内容 整改事项 整改落实措施 具体举措 任务 任务内容 重点任务 整改思路 下步打算 努力方向 下一步措施 下一步打算 改进打算 整改办法 整改做法 解决办法 处理办法 任务名称 事项名称 工作名称 重点工作 工作内容 工作事项 督办事项 督办任务 交办事项 重点事项 事项内容 主要任务',
    endings:
      '措施 举措 任务 任务名称 事项名称 重点工作 督办事项 交办事项 整改办法 整改内容 整改事项 任务清单 措施清单 打算 努力方向',
    within: '整改措施',
  },
  {
    field: 'class',
    names: '类型 整改类型 整改类别 整改方式 整改性质 问题类型 整改分类 整改时段',
    endings: '整改类型 整改类别 整改方式',
  },
  {
    field: 'lead',
    names:
      '领导 责任领导 牵头领导 包抓领导 包案领导 分管领导 主管领导 挂点领导 领办领导 督办领导 责任局领导 责任校领导 牵头人 牵头负责人 第一责任人 牵头责任人 领导责任 班子成员',
    endings: '领导 牵头人 牵头负责人 第一责任人 牵头责任人 责任领导',
  },
  {
    field: 'coUnit',
    names: '配合单位 配合部门 配合科室 协办单位 协办部门 协助单位 协同单位 参与单位 配合处室 协同部门',
    endings: '配合单位 配合部门 配合科室 协办单位 协办部门 协同单位 参与单位',
  },
  {
    field: 'unit',
    names:
      '单位 部门 科室 责任单位 责任部门 责任科室 责任处室 责任股室 牵头单位 牵头部门 牵头科室 承办单位 承办部门 承办科室 主责单位 主责部门 主办单位 落实单位 整改单位 责任主体 单位名称 所在单位 工作单位 整改主体 责任清单 所在支部 党支部',
    endings: '单位 部门 科室 处室 股室 部室 责任主体 整改主体',
  },
  {
    field: 'owner',
    names:
      '责任人 整改责任人 具体责任人 直接责任人 责任人员 负责人 具体负责人 联系人 联络员 承办人 经办人 认领人 整改人 落实人 具体承办人 包抓人 责任者 责任人及联系电话 整改责任',
    endings: '责任人 负责人 联系人 联络员 承办人 经办人 认领人 整改人 责任人员',
  },
  {
    field: 'person',
    names: '姓名 人员 党员姓名 查摆人 检查人 对照检查人 党员 参会人员 对象 被谈话人 谈话人 整改对象',
    endings: '姓名',
  },
  { field: 'position', names: '职务 职级 职称 单位及职务 单位职务 岗位 党内职务', endings: '职务' },
  {
    field: 'start',
    names: '启动时间 开始时间 启动日期 开始日期 起始时间 整改起始时间 启动日 开始 起始',
    endings: '启动时间 开始时间 起始时间 启动日期 开始日期',
  },
  {
    field: 'deadline',
    names:
      '时限 期限 整改时限 完成时限 整改期限 完成期限 完成时间 时间节点 时间 节点 整改时间 时间要求 时间安排 计划完成时间 计划时间 拟完成时间 截止时间 截止日期 时限清单 时限要求 办结时限 完成日期 里程碑',
    endings: '时限 期限 完成时间 时间节点 整改时间 时间要求 截止时间 截止日期 时限要求 完成日期',
  },
  {
    field: 'strikeOffDate',
    names: '销号时间 销号日期 实际完成时间 实际完成日期 办结时间 办结日期 整改完成日期 实际销号时间',
    endings: '销号时间 销号日期 实际完成时间 实际完成日期 办结时间',
  },
  {
    field: 'progress',
    names:
      '进展 进度 进展情况 整改进展 整改进展情况 工作进展 目前进展 推进情况 整改情况 整改落实进展 整改进度 完成进度 工作进度 当前进展 阶段性进展 整改过程 完成率 整改率 完成百分比 完成比例 办理进度 办理进展',
    endings: '进展 进度 进展情况 推进情况 整改情况',
  },
  {
    field: 'result',
    names:
      '成效 整改成效 结果 整改结果 落实情况 整改落实情况 整改效果 工作成效 取得成效 实效清单 整改成果 落实结果 贯彻落实情况 整改实效 成效清单',
    endings: '成效 结果 落实情况 效果 成果 实效',
  },
  {
    field: 'institution',
    names:
      '建章立制 建章立制情况 制度 制度建设 制度名称 制定制度 制度成果 长效机制 制度机制 建立制度情况 建立机制 文号',
    endings: '建章立制 建章立制情况 长效机制 制度成果 制度名称 制度机制',
    within: '建章立制',
  },
  {
    field: 'evidence',
    names:
      '佐证材料 佐证 印证材料 证明材料 支撑材料 佐证资料 材料清单 档案资料 附件材料 佐证材料编号 佐证材料目录 整改档案 佐证清单 附件',
    endings: '佐证材料 佐证资料 印证材料 证明材料 支撑材料',
    within: '佐证 印证材料',
  },
  {
    field: 'state',
    names:
      '状态 完成情况 是否完成 是否销号 销号状态 销号情况 销号 整改状态 完成状态 是否整改 是否整改到位 是否办结 办结情况 整改完成情况 是否完成整改 整改是否到位 是否完成销号 是否到位 完成与否 当前状态 自评 是否整改完毕 是否完毕 是否整改完成 是否落实',
    endings: '完成情况 是否完成 是否销号 销号情况 销号状态 整改状态 完成状态 是否整改到位 是否办结',
    within: '是否完成 是否销号 是否整改',
  },
  {
    field: 'verification',
    names:
      '审核人 审核意见 验收情况 验收意见 核验情况 核验意见 销号意见 验收人 核验人 审核情况 复查情况 复查结果 复查意见 复查人 复核情况 复核意见',
    endings: '审核意见 验收情况 验收意见 核验意见 复查情况 复查结果 复核情况',
  },
  { field: 'lookBack', names: '回头看 回头看情况 回头看结果', within: '回头看' },
  {
    field: 'opinion',
    names:
      '意见 建议 意见建议 意见和建议 意见与建议 意见及建议 意见内容 建议内容 意见建议内容 征求意见内容 具体意见建议 批评意见 主要意见 意见清单 具体意见 点评意见 相互批评意见',
    endings: '意见建议 意见和建议 意见内容 建议内容 批评意见 点评意见 具体意见',
    within: '意见建议',
  },
  {
    field: 'giver',
    names:
      '提出人 意见提出人 提出单位 意见提出单位 反映人 提出人员 反馈人 征求对象 意见人 征求范围 提出者 批评人 提意见人 征求意见对象 意见反馈单位',
    endings: '提出人 提出单位 反映人 征求对象 征求范围',
  },
  {
    field: 'answer',
    names:
      '采纳情况 是否采纳 办理情况 答复情况 处理情况 处理意见 吸收采纳情况 回应情况 采纳与否 办理结果 答复 吸纳情况 反馈情况 处理结果 采纳意见',
    endings: '采纳情况 是否采纳 办理情况 答复情况 吸纳情况 办理结果',
    within: '采纳',
  },
  {
    field: 'signature',
    names: '签名 签字 签到 本人签字 签到时间 到会情况 出席情况 参会情况 是否到会 请假事由 出席 缺席 缺席原因 请假原因',
    endings: '签名 签到 签字',
  },
  { field: 'remark', names: '备注 说明 附注 其他 注', endings: '备注' },
]

/** Names that end like these count something; they head figures, not words. */
export const countingEndings = '数 数量 条数 个数 总数 件数 人数 人次 率 比例 占比 金额 占比情况 合计 小计'

/** Lower header names that only repeat what stands above them (反馈问题 | 内容). */
export const transparentNames = '内容 具体内容 描述 表述 概述 简述 名称 情况 具体情况 要点 详情 文字表述 姓名 人员'

/** Lower header names that change what the name above them means. */
export const refinedNames: readonly (readonly [
  above: LedgerField | 'responsibility',
  name: RegExp,
  field: LedgerField,
])[] = [
  ['deadline', /^(?:开始|起始|启动|起)(?:时间|日期)?$/, 'start'],
  ['deadline', /^(?:实际|实际完成|销号)(?:时间|日期)?$/, 'strikeOffDate'],
  ['deadline', /^(?:计划|结束|完成|截止|止|预计)(?:时间|日期|完成)?$/, 'deadline'],
  ['unit', /^(?:配合|协办|协同|参与)/, 'coUnit'],
  ['unit', /^(?:牵头|主办|主责)$/, 'unit'],
  ['measure', /^(?:序号|编号|序)$/, 'measureNumber'],
  ['responsibility', /^(?:姓名|人员|个人|人)$/, 'owner'],
  ['responsibility', /^(?:牵头|主责)$/, 'unit'],
  ['responsibility', /^(?:配合|协办)$/, 'coUnit'],
]

/** Upper header names about who answers for it. */
export const responsibilityName = /责任|负责|分工/
