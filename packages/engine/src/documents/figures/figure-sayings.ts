import type { FigureId } from '../../wording/figure-ids.ts'

/**
 * How a text says a figure, as sources of regular expressions without groups: `noun` with the number before or behind it,
 * counted in one of `units`.
 */
export interface FigureSaying {
  readonly noun: string
  readonly units: string
  /** What stands between number and noun: 2次〔党组〕集中学习. */
  readonly between?: string
  /** True where only a number behind it is meant: 覆盖300人. */
  readonly isBehind?: boolean
  /** True for what is done about something that is said between it and its number: 研判〔意识形态领域风险〕3次. */
  readonly hasObject?: boolean
  /** True for what are rules themselves: 制度 said after it makes no rule of what was done. */
  readonly isOfRules?: boolean
}

const SITTINGS = '场次|次|场|期|轮'
const BODY = '(?:党组|党委|支部|支委会|班子|中心组|全体|党员|干部|职工|专题|集中|的){0,4}'
const MEETING = { units: '次|场' } as const
const ROWS = '个|条|项|件'
/** What stands between the number of problems and how they stand: 1个机房改造问题正在推进. */
const BEFORE_STANDING = '(?:[^，,。；;\\d０-９]{0,8}?问题)?(?:已经?|目前|正在|需要?)?'
const NUMERAL = '\\d０-９一二三四五六七八九十'
/** What is said of all problems a number counts: ，均已整改到位; not 已整改20个, which is said of a part of them. */
const ALL_RECTIFIED = `(?:[${NUMERAL}]{1,4}[个条项])?[^。；;\\n${NUMERAL}]{0,40}?(?:均|都|全部)(?:已经?|得到|完成|基本){0,2}(?:整改|解决|销号)(?:完成|到位|完毕|销号|落实)?(?!了?[${NUMERAL}])`

const PEOPLE = '人次|人|名'
/** What is done with those a form is used for: 批评教育帮助和处理. */
const DEALT_WITH = '(?:批评教育|批评|教育|帮助|处理|谈话|提醒|党员|干部|和|、){0,6}'

const RULES = '(?:规章|管理|工作|内部|各类|各项|相关|配套|有关|新|的|等|、){0,6}制度(?:机制|文件|办法){0,2}'
/** What is done to rules, with the number behind (修订完善制度3项) or between (修订3项制度). Two things at once are neither. */
const rulesThatAre = (done: string, others: string): FigureSaying => ({
  noun: `(?<!(?:${others})[、和及]?)${done}(?:完善|健全|出台|印发|实施|执行|了){0,3}${RULES}|(?<=(?<!(?:${others})[、和及]?)${done}(?:完善|健全|出台|印发|了){0,3}[${NUMERAL}]{1,4}[项个件])${RULES}`,
  units: '项|个|件',
  isOfRules: true,
})

/** Figures that are not here no paper says in words that could mean nothing else. */
export const figureSayings: Partial<Record<FigureId, FigureSaying>> = {
  studies: { noun: '集中学习(?:研讨|讨论)?(?:活动|会)?', units: SITTINGS, between: BODY, hasObject: true },
  coreGroupStudies: {
    noun: '中心组(?:全年|今年)?(?:组织|开展|进行)?(?:理论|集中|集体|专题|扩大|[（(]扩大[）)])*(?:学习|研讨)(?:会)?',
    units: SITTINGS,
    between: '(?:党组|党委|理论学习|的){0,3}',
  },
  forums: { noun: '(?:专题|集中|交流)?研讨(?:交流|活动|会)?', units: SITTINGS, between: BODY },
  firstTopics: { noun: '[“"]?第一议题[”"]?(?:集体)?(?:学习)?', units: SITTINGS, between: BODY, hasObject: true },
  studyHours: {
    noun: '(?:集中|脱产|教育)?(?:学习|培训)(?:[\\d０-９一二三四五六七八九十]{1,4}次[，、]?(?:累计|共计?|合计)?)?',
    units: '学时|个学时',
    between: '的?',
  },
  partyLectures: { noun: '(?:专题|廉政|微)?党课', units: '次|堂|节|场|课', between: '(?:专题|廉政|书记|的){0,3}' },
  talks: { noun: '谈心谈话(?:活动)?', units: '次|场次', between: '(?:面对面|一对一|的){0,2}' },
  talkAttendances: { noun: '谈心谈话(?:活动)?[^。；;]{0,20}?', units: '人次', between: '的?' },
  branchMeetings: { noun: '(?:支部)?党员大会', ...MEETING, between: BODY },
  committeeMeetings: { noun: '(?:支委会|支部委员会)(?:议|会议)?', ...MEETING, between: BODY },
  cellMeetings: { noun: '党小组会(?:议)?', ...MEETING, between: BODY },
  themeDays: { noun: '主题党日(?:活动)?', units: SITTINGS, between: BODY },
  analyses: {
    noun: '(?:分析|专题|形势){0,2}研判(?:会)?',
    units: SITTINGS,
    hasObject: true,
    between: '(?:专题|意识形态|工作|形势|安全|风险|的){0,4}',
  },
  deployments: {
    noun: '(?:(?:安排|专题|研究|动员){1,2}部署|专题(?:会议)?研究(?:部署)?)(?!会)',
    units: '次',
    between: '(?:专题|工作|的){0,3}',
    hasObject: true,
  },
  warningEducation: { noun: '警示教育(?:活动|大会|会)?', units: SITTINGS, between: '(?:集中|专题|开展|的){0,3}' },
  outreach: {
    noun: '(?:集中|专题|巡回|理论|政策)*宣讲(?:活动|会)?',
    units: SITTINGS,
    between: '(?:集中|专题|巡回|的){0,3}',
  },
  outreachAudience: {
    noun: '宣讲[^。；;]{0,24}?(?:覆盖|受众|听众|受教育|惠及)[^，,。；;\\d０-９]{0,8}?',
    units: '人次|人|名',
    isBehind: true,
  },
  researchReports: { noun: '(?:高质量)?调研报告', units: '篇|份|个', between: '(?:高质量|专题|的){0,3}' },
  articles: { noun: '理论(?:研究|调研)?文章', units: '篇', between: '的?' },
  trainings: {
    noun: '(?:专题|业务|集中|安全|轮训)*培训(?:班|会)?',
    units: '次|期|场|场次',
    between: '(?:专题|业务|集中|安全|的){0,3}',
  },
  drills: {
    noun: '(?:应急|预案|消防|安全|疏散|处置){0,4}演练(?:活动)?',
    units: SITTINGS,
    between: '(?:[^，,。；;、\\d０-９]{2,4}、){0,2}的?',
  },
  reportsUp: {
    noun: '(?:重大事项)?(?:请示报告|专题报告)',
    units: '次|件|份',
    between: '(?:重大事项|的){0,2}',
    hasObject: true,
  },
  deeds: {
    noun: '为(?:群众|民|企业|基层|职工)(?:办|解决)(?:好|了)?(?:实事|好事|难事|急难愁盼(?:问题)?)(?:好事|难事|、)*',
    units: '件|项|个',
    hasObject: true,
  },
  forms: { noun: `(?:监督执纪)?[“"]?四种形态[”"]?${DEALT_WITH}`, units: PEOPLE, isBehind: true },
  firstForm: { noun: `[“"]?第一种形态[”"]?${DEALT_WITH}`, units: PEOPLE, isBehind: true },
  secondForm: { noun: `[“"]?第二种形态[”"]?${DEALT_WITH}`, units: PEOPLE, isBehind: true },
  thirdForm: { noun: `[“"]?第三种形态[”"]?${DEALT_WITH}`, units: PEOPLE, isBehind: true },
  fourthForm: { noun: `[“"]?第四种形态[”"]?${DEALT_WITH}`, units: PEOPLE, isBehind: true },
  // 党纪政务处分 is both, of which some are counted twice.
  partyPunished: { noun: '党纪处分(?:党员|干部)*', units: PEOPLE, isBehind: true },
  officePunished: { noun: '(?<!党纪[、和]?)政务处分(?:公职人员|干部)*', units: PEOPLE, isBehind: true },
  admonished: { noun: '诫勉(?:谈话|问责)?(?:党员|干部)*', units: PEOPLE, isBehind: true },
  answerableBodies: { noun: '问责(?:党)?组织', units: '个', isBehind: true },
  answerablePeople: { noun: '问责(?:党员|领导|责任|干部|人员){1,3}', units: PEOPLE, isBehind: true },
  problems: { noun: `问题(?=${ALL_RECTIFIED})`, units: ROWS, between: '(?:具体|突出|主要|方面|反馈|的){0,3}' },
  problemsDone: {
    noun: '(?:已|已经)(?:完成|整改|销号)(?:整改|完成|到位|销号|的|问题){0,3}|(?:完成|整改)(?:整改|完成|到位|销号)',
    units: ROWS,
    between: BEFORE_STANDING,
  },
  problemsSustained: {
    noun: '(?:需)?长期(?:坚持|整改|推进)(?:的|问题){0,2}',
    units: ROWS,
    between: BEFORE_STANDING,
  },
  problemsGoing: {
    noun: '(?:正在|持续)(?:推进|整改|进行)(?:的|问题|整改|中){0,2}',
    units: ROWS,
    between: BEFORE_STANDING,
  },
  sweepFound: {
    noun: '举一反三[^，,。；;\\d０-９]{0,10}?(?:查出|发现|排查出?)(?:同类|类似|共性|新的?|的){0,3}问题',
    units: ROWS,
    isBehind: true,
  },
  papersIssued: {
    noun: '(?:印发|制发|下发)(?:《[^》]*》[、和及]?)*等?',
    units: '件|份',
    isBehind: true,
    hasObject: true,
  },
  institutionsMade: rulesThatAre('制定(?!、?(?:和|及)?修订)', '修订|废止|制定'),
  institutionsRevised: rulesThatAre('修订', '制定|废止|制|制[（(]'),
  institutionsRepealed: rulesThatAre('废止', '制定|修订'),
}
