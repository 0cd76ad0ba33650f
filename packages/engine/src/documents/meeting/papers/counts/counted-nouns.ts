import type { CountedThing } from '../../meeting-facts.ts'

/** A noun that texts count, and what they say around it. Patterns are sources of regular expressions without groups. */
export interface CountedNoun {
  readonly thing: CountedThing
  readonly noun: string
  /** What one of them is counted in; what is counted in another unit is another thing. */
  readonly units: string
  /** What stands between number and noun: 三次党员集中学习. */
  readonly between?: string
  /** What a text must say up to the noun's end, or the number counts something else. The place reported begins with it. */
  readonly said?: RegExp
  /** Words of the clause that make of the number a part, unless it is called a total (共, 累计). */
  readonly part?: RegExp
  /** Words of the sentence that make of it something else altogether, total or not, unless 会前 or the like follows. */
  readonly another?: RegExp
  /** Other things that are listed with it and make one sum with it: 2次集中学习、1次专题研讨. */
  readonly companion?: string
}

/** Not 廉政谈话, 提醒谈话, 约谈. */
const TALK =
  '(?:谈心谈话|谈心|(?<!廉政|提醒|任前|任职|约谈|形态[”"]?|教育|诫勉|警示|函询|监督|审查|集体|个别)谈话)(?:活动)?'
/** Of the year, not of what was done for the meeting. */
const OF_THE_YEAR = '今年|一年[来中里]|年内|20\\d\\d年(?![度\\d一二三四五六七八九十])'
/** What inspectors, auditors and campaigns asked for. */
const ELSEWHERE = '巡[视察]|审计|督[查察]|(?:学习教育|主题教育)(?:中|期间|以来|开展以来|查摆)'
const TALKS = {
  noun: TALK,
  between: '(?:面对面|一对一|相互|的){0,2}',
  said: new RegExp(`(?:(?:开展|进行|组织)[^，,]{0,12})?${TALK}$`),
  another: new RegExp(`${OF_THE_YEAR}|${ELSEWHERE}`),
  part: /与|同(?!志)|书记|成员|相互|互相|之间|带头|本人|我/,
} as const

/** Not what inspectors or colleagues at the meeting say. */
const OPINION = '(?:(?<!批评|反馈|督导|指导|整改|审核|审查|修改|处理|评价)意见(?:[和与及、]?建议)?|建议)'
/** 归并重复内容后共24条: what is merged is opinions, where the sentence says so. */
const MERGED = '(?:归并|合并|梳理|整理|汇总)[^，,。；\\d０-９]{0,8}?(?:后|为|成|出)'

/** What the papers of a meeting count. Narrow on purpose: a number that counts something else must not be compared. */
export const countedNouns: readonly CountedNoun[] = [
  {
    thing: 'studies',
    noun: '集中学习(?:研讨|讨论)?(?:活动|会议?)?',
    units: '场次|次|场',
    between: '(?:专题)?(?:党组|党委|支部|支委会|班子|中心组|全体|成员|党员|干部|职工|同志|的){0,4}',
    another: new RegExp(
      `${OF_THE_YEAR}|${ELSEWHERE}|各[^，。]{0,4}支部|[所下局直]属|基层|\\d个(?:单位|支部)|全(?:局|县|市|区|系统)`,
    ),
    companion:
      '(?:(?:专题|集中|交流|学习|党课)(?:研讨|讨论|交流|学习|辅导|党课)(?:交流|发言)?(?:活动|会)?|警示教育(?:活动)?|研讨|读书班|专题党课)',
  },
  { thing: 'talks', units: '次', ...TALKS },
  { thing: 'talkAttendances', units: '人次', ...TALKS },
  {
    thing: 'opinions',
    noun: `(?:${OPINION}|${MERGED})`,
    units: '条',
    between: '(?:各类|各方面|有效)?的?',
    said: new RegExp(
      [
        `(?:征求|征集|收集|听取|梳理|整理|汇总|收到)[^，,]{0,20}${OPINION}$`,
        `(?:归并|合并|去重)[^。]{0,20}${OPINION}$`,
        `(?:征求|征集|收集|听取)?意见.*${MERGED}$`,
        '(?:归并|合并)(?:重复|同类|相同)[^，,。；]{0,8}后$',
      ].join('|'),
    ),
    part: /对.{0,8}(?:班子|成员|个人|书记|本人|我|领导)|班子成员|个人/,
  },
  {
    thing: 'teamProblems',
    noun: '(?:班子)?(?:存在)?的?(?:主要|突出|具体){0,2}问题',
    units: '个|条|项',
    another: new RegExp(`${ELSEWHERE}|[所下局直]属|各(?!位)[^，。]{0,4}(?:支部|科室|股室|单位)`),
    said: /(?:班子|支部|支委会|党组|党委)(?:(?!成员|党员|个人|同志|干部)[^。；]){0,24}(?:查摆|检视|找出|列出|梳理)(?:(?!成员|党员|个人|同志|干部)[^，,]){0,8}问题$/,
  },
  {
    thing: 'measures',
    noun: '(?:整改|具体|改进|工作){0,2}措施',
    units: '条|项|个',
    between: '(?:有)?(?:针对性)?的?',
    said: /(?:制定|提出|细化|明确|形成)(?:(?!环境|增长|惠[企民]|安全|民生|改革)[^，,]){0,8}措施$/,
    another: new RegExp(`${ELSEWHERE}|(?:成员|个人)(?:[^，,；]{0,4}共|[^，,；]{0,4}[合累总]计)`),
    part: /对此|就此|针对[该这此]|成员|个人|本人|我/,
  },
  {
    thing: 'remarks',
    noun: '批评意见(?:建议)?',
    units: '条',
    said: /提出?[^，,]{0,6}批评意见(?:建议)?$/,
    part: /[对向给]/,
  },
]
