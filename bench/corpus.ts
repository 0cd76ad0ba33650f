/**
 * Synthetic materials for benchmarks: plausible Chinese of some 5,000 characters, made from word lists with Zipf-like
 * frequencies, so that honest documents share headings, slogans and turns of phrase as real ones do, and no more.
 * Every twelfth document is a planted copy of an earlier one to a known degree. Document `n` of a corpus
 * depends on the seed and `n` only: a million documents need not be kept to be looked at again.
 */

export type Degree =
  | 'verbatim'
  | 'tenth_substituted'
  | 'names_swapped_reordered'
  | 'half'
  | 'passage_300'
  | 'passage_100'

export interface Material {
  readonly id: string
  readonly text: string
  /** What it was copied from, and how; absent for an honest document. */
  readonly copy?: { readonly source: string; readonly degree: Degree }
}

export const DEGREES: readonly Degree[] = [
  'verbatim',
  'tenth_substituted',
  'names_swapped_reordered',
  'half',
  'passage_300',
  'passage_100',
]

/** One document in so many is a copy. */
const COPY_EVERY = 12
const SPREAD = 0x9e37_79b1

type Random = () => number

/** A small generator of uniform numbers in [0, 1) (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b_79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const ASPECTS = [
  '带头强化政治忠诚、提高政治能力方面',
  '带头固本培元、增强党性方面',
  '带头敬畏人民、敬畏组织、敬畏法纪方面',
  '带头干事创业、担当作为方面',
  '带头坚决扛起管党治党责任方面',
]
const SLOGANS = [
  '以习近平新时代中国特色社会主义思想为指导，深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”。',
  '坚持以人民为中心的发展思想，着力解决群众急难愁盼问题。',
  '严格落实中央八项规定及其实施细则精神，坚决反对形式主义、官僚主义、享乐主义和奢靡之风。',
  '认真履行全面从严治党主体责任，落实“一岗双责”，营造风清气正的政治生态。',
  '不断提高政治判断力、政治领悟力、政治执行力，不折不扣贯彻落实党中央决策部署。',
]
const PLACES =
  '临江 云溪 青石 白沙 南湾 高山 前进 东桥 柳河 石塘 新安 望城 金沙 平川 长岭 双塔 秀水 龙泉 松林 桃源 沙洲 河口 大湾 北关 古渡 红岩 清泉 碧湖 丰乐 永兴'.split(
    ' ',
  )
const TRADES =
  '水务 交通 教育 民政 档案 卫生健康 住建 农业农村 文旅 应急 统计 审计 司法 林业 商务 科技 体育 气象 医保 市场监管 自然资源 生态环境 退役军人 机关事务 信访 粮食储备 港口 公积金 供销 残联'.split(
    ' ',
  )
const NOUNS =
  '学习 调研 作风 制度 项目 资金 服务 窗口 流程 群众 企业 村组 社区 干部 职工 青年 台账 数据 平台 系统 工程 合同 采购 预算 绩效 档案 资料 会议 文件 督查 考核 培训 宣传 舆情 信访 投诉 热线 审批 执法 监管 安全 隐患 应急 演练 值守 防汛 抗旱 管网 道路 桥梁 校舍 食堂 病房 药品 敬老院 低保 救助 就业 创业 园区 招商 土地 规划 环保 河道 水质 垃圾 绿化 物业 小区 电梯 消防 燃气 供水 供暖 公交 停车 市场 价格 粮库 种子 农机 合作社 民宿 景区 文物 图书馆 场馆 赛事 科普 专利 实验室 人才 编制 岗位 职称 津贴 评优 轮岗 交流 谈话 民主测评 述职 廉政 风险点 权力清单 印章 车辆 公务接待 差旅 办公用房 固定资产 工会 妇联 团委 老干部 帮扶 驻村 结对 志愿 慰问 座谈 问卷 回访 暗访 通报 整改 销号 复核 归档 保密 网络 终端 密码 软件 接口 指标 口径 报表 简报 信息 调度 专班 例会 清单 方案 预案 细则 办法 标准 规程 手册 指南 样本 案例 短板 弱项 堵点 难点 热点 苗头'.split(
    ' ',
  )
const VERBS =
  '研究 部署 推进 落实 检查 督促 协调 化解 整治 优化 压减 规范 完善 健全 修订 执行 跟踪 问效 分析 研判 预警 排查 登记 核实 反馈 公开 解释 回应 走访 听取 吸收 采纳 培养 使用 激励 约束 提醒 约谈 追责 复盘 总结 推广 复制 试点 探索 创新 突破 统筹 衔接 整合 共享 打通 下沉 包保 认领 承办 督办 验收 移交 维护 更新 改造 扩建 搬迁 清理 盘活 压实 传导 细化 量化'.split(
    ' ',
  )
const MANNERS =
  '不够及时 不够深入 不够细致 不够到位 不够经常 不够主动 不够彻底 不够规范 不够精准 流于形式 浮于表面 时紧时松 前紧后松 抓而不实 重部署轻落实 重建设轻管理 重数量轻质量 办法不多 力度不大 底数不清 责任不明 标准不高 跟踪不紧 衔接不畅 缺少章法 缺少韧劲 缺少深究 留有死角 还有差距 存在短板'.split(
    ' ',
  )
const LINKS = '对 在 围绕 结合 针对 面对 涉及 关于 就 把'.split(' ')
const OPENERS =
  '有时 个别时候 一段时间 平时 年初 年中 上半年 下半年 遇到急事 工作一忙 面对考核 碰到矛盾 分管领域里 联系点上 机关内部 基层一线'.split(
    ' ',
  )
const TAILS = '以致 结果 因而 致使 使得 直到'.split(' ')
const UNITS_OF_COUNT = '次 项 件 户 人 处 个 家 份 条 公里 亩 万元 天 小时'.split(' ')
const DIGITS = '一二三四五六七八九十'

/** Material number `n` of the corpus with this seed. */
export function material(seed: number, n: number): Material {
  const id = `material-${n}`
  const source = sourceOf(seed, n)
  if (source === null) return { id, text: honestText(seed, n) }
  const degree = DEGREES[Math.floor(n / COPY_EVERY) % DEGREES.length] ?? 'verbatim'
  const text = copyOf(honestText(seed, source), degree, { own: honestText(seed, n), random: randomFrom(n * 7 + seed) })
  return { id, text, copy: { source: `material-${source}`, degree } }
}

/** Copies come last in each dozen, of an earlier honest document. */
function sourceOf(seed: number, n: number): number | null {
  if (n % COPY_EVERY !== COPY_EVERY - 1) return null
  const chosen = Math.floor(randomFrom(seed ^ Math.imul(n, SPREAD))() * n)
  return chosen % COPY_EVERY === COPY_EVERY - 1 ? chosen - 1 : chosen
}

function honestText(seed: number, n: number): string {
  const random = randomFrom(seed + Math.imul(n + 1, SPREAD))
  const unit = `${uniform(PLACES, random)}市${uniform(TRADES, random)}局`
  const lines = [`${unit}党组领导班子2025年度民主生活会对照检查材料`, opening(unit, random), '一、存在的主要问题']
  ASPECTS.forEach((aspect, at) => {
    lines.push(`（${DIGITS[at]}）${aspect}`, uniform(SLOGANS, random))
    for (let item = 1; item <= 4; item++) lines.push(`${item}.${sentences(unit, 4, random)}`)
  })
  lines.push('二、原因剖析')
  for (let at = 0; at < 4; at++) lines.push(`（${DIGITS[at]}）${sentences(unit, 4, random)}`)
  lines.push('三、努力方向和整改措施', uniform(SLOGANS, random))
  for (let at = 0; at < 5; at++) lines.push(`（${DIGITS[at]}）${sentences(unit, 4, random)}`)
  lines.push('以上对照检查，不妥之处，请同志们批评指正。')
  return lines.join('\n')
}

function opening(unit: string, random: Random): string {
  const number = (least: number, most: number): number => least + Math.floor(random() * (most - least))
  const steps = [
    `${uniform(['集中学习', '组织专题学习', '开展学习研讨'], random)}${number(2, 7)}次`,
    `${uniform(['征求到意见建议', '收到各类意见', '面向基层征求意见'], random)}${number(20, 80)}条`,
    `${uniform(['相互谈心谈话', '谈心', '班子成员谈话'], random)}${number(20, 70)}人次`,
    `${uniform(['召开座谈会', '走访服务对象', '发放问卷'], random)}${number(2, 60)}${uniform(['场', '家', '份'], random)}`,
  ]
  const turn = number(0, steps.length)
  const order = [...steps.slice(turn), ...steps.slice(0, turn)].slice(0, number(2, 5))
  return `${uniform(['根据市委组织部通知要求', '按照市委统一部署', '会前'], random)}，${unit}党组${order.join('，')}。现将对照检查情况报告如下。`
}

function sentences(unit: string, count: number, random: Random): string {
  return Array.from({ length: count }, () => sentence(unit, random)).join('')
}

function sentence(unit: string, random: Random): string {
  const noun = (): string => usual(NOUNS, random)
  const verb = (): string => usual(VERBS, random)
  const first = `${noun()}${noun()}${verb()}${uniform(MANNERS, random)}`
  const second = `${uniform(LINKS, random)}${noun()}${noun()}的${verb()}、${verb()}${uniform(MANNERS, random)}`
  const place = `${uniform(PLACES, random)}${random() < 0.5 ? '镇' : '街道'}`
  const count = `${1 + Math.floor(random() * 90)}${uniform(UNITS_OF_COUNT, random)}`
  const kind = Math.floor(random() * 4)
  if (kind === 0) return `${first}，${uniform(OPENERS, random)}${second}。`
  if (kind === 1)
    return `比如，${place}反映的${noun()}${noun()}事项${count}，${unit}${verb()}${noun()}后${uniform(TAILS, random)}${noun()}${verb()}${uniform(MANNERS, random)}。`
  if (kind === 2)
    return `${uniform(OPENERS, random)}，${unit}${second}，${noun()}${count}中有${1 + Math.floor(random() * 9)}${uniform(UNITS_OF_COUNT, random)}${verb()}${uniform(MANNERS, random)}。`
  return `${second}，${first}，${uniform(TAILS, random)}${place}${noun()}${noun()}${verb()}${uniform(MANNERS, random)}。`
}

function uniform<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)] as T
}

/** Words at the head of the list are several times as frequent as those at its end. */
function usual<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() ** 1.7 * list.length)] as T
}

interface Copying {
  /** The copier's own text, for copies of a part. */
  readonly own: string
  readonly random: Random
}

/** A copy of `source` to a degree. */
export function copyOf(source: string, degree: Degree, { own, random }: Copying): string {
  if (degree === 'verbatim') return source
  if (degree === 'tenth_substituted') return substitute(source, 0.1, random)
  if (degree === 'names_swapped_reordered') return reorder(swapNames(source), random)
  const middle = Math.floor(source.length / 2)
  if (degree === 'half') return own.slice(0, Math.floor(own.length / 2)) + source.slice(middle)
  const passage = passageOf(source, degree === 'passage_300' ? 300 : 100, random)
  const at = own.indexOf('\n', middle)
  return `${own.slice(0, at)}${passage}${own.slice(at)}`
}

/** A passage of running text: neither headings nor slogans, which would not count. */
function passageOf(source: string, length: number, random: Random): string {
  const lines = source.split('\n').filter((line) => line.length > 100)
  const first = 1 + Math.floor(random() * (lines.length - 4))
  const words = lines.slice(first, first + 3).join('\n')
  const from = Math.floor(random() * (words.length - length))
  return words.slice(from, from + length)
}

/** Each character is replaced by another with this probability. */
export function substitute(text: string, probability: number, random: Random): string {
  let result = ''
  for (let at = 0; at < text.length; at++) {
    result += random() < probability ? String.fromCharCode(0x4e00 + Math.floor(random() * 8_000)) : text.charAt(at)
  }
  return result
}

/** The unit's place and trade, and every other place, replaced by the next of its list. */
export function swapNames(text: string): string {
  const next = (list: readonly string[]) => (name: string) => list[(list.indexOf(name) + 7) % list.length] ?? name
  return text
    .replace(new RegExp(PLACES.join('|'), 'gu'), next(PLACES))
    .replace(new RegExp(`(?<=市)(?:${TRADES.join('|')})(?=局)`, 'gu'), next(TRADES))
}

/** The sentences in another order. */
export function reorder(text: string, random: Random): string {
  const parts = text.split(/(?<=。)/u)
  for (let at = parts.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    ;[parts[at], parts[other]] = [parts[other] ?? '', parts[at] ?? '']
  }
  return parts.join('')
}
