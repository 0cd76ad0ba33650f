/** Seeded prose for tests: no two seeds share more than turns of phrase. */

export type Random = () => number

/** Uniform numbers in [0, 1) from a seed (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b_79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const NOUNS =
  '学习 调研 项目 资金 窗口 流程 村组 社区 青年 台账 数据 平台 工程 合同 预算 档案 会议 督查 考核 培训 信访 热线 审批 执法 隐患 演练 值守 防汛 管网 道路 桥梁 校舍 食堂 药品 低保 就业 园区 招商 土地 水质 垃圾 绿化 物业 电梯 消防 供暖 公交 停车 粮库 种子 民宿 文物 场馆 人才 职称 轮岗 谈话 印章 车辆 差旅 帮扶 座谈 问卷 回访 例会 预案 细则 规程 案例'.split(
    ' ',
  )
const VERBS =
  '研究 部署 督促 协调 化解 整治 优化 压减 规范 健全 修订 跟踪 分析 预警 登记 核实 反馈 公开 回应 走访 采纳 培养 激励 提醒 复盘 推广 试点 衔接 共享 下沉 认领 验收 移交 维护 更新 清理 盘活 细化'.split(
    ' ',
  )
const FAULTS =
  '不够及时 不够细致 不够经常 不够主动 流于形式 时紧时松 抓而不实 办法不多 力度不大 底数不清 责任不明 衔接不畅 缺少韧劲 留有死角'.split(
    ' ',
  )

/** `count` sentences about the shortcomings of `unit`, some forty characters each. */
export function sentencesOf(unit: string, count: number, random: Random): string[] {
  const pick = (list: readonly string[]): string => list[Math.floor(random() * list.length)] ?? ''
  return Array.from({ length: count }, () => {
    const number = Math.floor(random() * 90) + 1
    const start = `${unit}${pick(VERBS)}${pick(NOUNS)}${pick(NOUNS)}${pick(FAULTS)}`
    const middle = `${pick(NOUNS)}的${pick(VERBS)}、${pick(VERBS)}${pick(FAULTS)}，${pick(NOUNS)}${number}项`
    return `${start}，${middle}中有的${pick(VERBS)}${pick(NOUNS)}${pick(FAULTS)}。`
  })
}

/** The opening, headings and slogans every team of one campaign writes, in their order. */
export const PRESCRIBED = {
  opening: (unit: string): string =>
    `根据市纪委监委、市委组织部关于开好民主生活会的通知要求，${unit}认真查摆问题。现将对照检查情况报告如下。`,
  parts: [
    '（一）带头深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”方面',
    '（二）带头坚持不懈用习近平新时代中国特色社会主义思想凝心铸魂方面',
    '（三）带头坚持以人民为中心推动改革发展稳定方面',
    '（四）带头落实全面从严治党责任方面',
  ],
  slogan: '严格落实中央八项规定及其实施细则精神，坚决反对形式主义、官僚主义、享乐主义和奢靡之风。',
  closing: '以上对照检查，不妥之处，请同志们批评指正。',
}

/** A material of some 5,000 characters, written by itself. */
export function honestMaterial(unit: string, seed: number): string {
  const random = randomFrom(seed)
  const parts = PRESCRIBED.parts.map(
    (heading) => `${heading}\n${PRESCRIBED.slogan}\n${sentencesOf(unit, 27, random).join('')}`,
  )
  return [PRESCRIBED.opening(unit), ...parts, PRESCRIBED.closing].join('\n')
}

/** Each character is replaced by an arbitrary one with this probability. */
export function substituted(text: string, probability: number, random: Random): string {
  const strange = (): string => String.fromCharCode(0x4e00 + Math.floor(random() * 8_000))
  return Array.from(text, (character) => (random() < probability ? strange() : character)).join('')
}

/** In another order. */
export function shuffled<T>(items: readonly T[], random: Random): T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item)
}
