import { describe, expect, it } from 'vitest'
import type { CountedThing } from '../../meeting-facts.ts'
import { countsInText } from './counts-in-text.ts'

const countsOf = (thing: CountedThing, text: string, year: number | null = null): number[] =>
  countsInText(text, year)
    .filter((count) => count.thing === thing)
    .map(({ value }) => value)
const countsIn = (text: string): number[] => countsOf('studies', text, 2025)

describe('numbers of study sessions', () => {
  it.each<[text: string, ...counts: number[]]>([
    // The number behind what is counted.
    ['会前，党组集中学习3次，征求意见24条，谈心53次。', 3],
    ['集中学习 ３ 次', 3],
    ['会前开展集中学习三次。', 3],
    ['党组集中学习了两次，开展谈心谈话5次。', 2],
    ['会前组织集中学习，共4次，谈心谈话20人次。', 4],
    ['集中学习研讨3次', 3],
    ['召开集中学习会2次，每次半天。', 2],
    ['集中学习累计达十二次', 12],
    ['集中学习3场次，辅导报告1场', 3],
    // The number before it.
    ['我认真参加了3次集中学习，听取了大家的意见。', 3],
    ['支委会组织两次党员集中学习。', 2],
    ['局党组先后3次组织党员干部集中学习。', 3],
    ['共开展４次专题集中学习', 4],
    // Lists: of 集中学习, and of all together.
    ['按照要求，认真开展2次集中学习、1次专题研讨，打牢思想基础。', 2, 3],
    ['开展集中学习三次、两次专题研讨', 3, 5],
    ['集中学习2次，开展专题研讨一次', 2, 3],
    ['集中学习2次、专题研讨1次、警示教育1次，共4次', 2, 4],
    ['集中学习2次、专题研讨1次、警示教育1次', 2, 4],
    ['集中学习、专题研讨各2次', 2, 4],
    ['集中学习和交流研讨各开展两次', 2, 4],
    ['开展两次集中学习和一次警示教育', 2, 3],
    ['共开展学习研讨3次，其中集中学习2次、专题研讨1次', 2, 3],
    ['集中学习3次，其中专题研讨1次', 3],
    ['2次集中学习（含1次专题研讨）', 2],
    ['集中学习3次专题研讨1次', 3],
    ['谈心谈话3次、集中学习2次', 2],
    ['观看警示教育片1部，集中学习2次、谈心谈话3人次', 2],
    ['个人自学10次，集中学习2次', 2],
    ['开展3次集中学习研讨，1次警示教育', 3, 4],
    ['开展5次集中学习，1次实地参观', 5],
    ['今年中心组集中学习12次，会前集中学习3次', 3],
    // Several in one text.
    ['集中学习3次。\n会前，党组开展了四次集中学习。', 3, 4],
    ['通报上年度整改情况，会前集中学习3次', 3],
  ])('%s', (text, ...counts) => {
    expect(countsIn(text)).toEqual(counts)
  })

  it.each([
    '每月集中学习2次',
    '每季度围绕一个专题，开展集中学习1次',
    '全年开展集中学习38次，流动党员通过视频参加学习9次',
    '集中学习不少于2次',
    '会前至少开展1次集中学习',
    '计划集中学习3次',
    '缺席集中学习2次',
    '开展第三次集中学习',
    '集中学习3次以上',
    '集中学习两到三次',
    '2—3次集中学习',
    '近10次集中学习',
    '上年度集中学习12次',
    '集中学习、专题研讨3次',
    '集中学习和专题研讨共3次',
    '集中学习42学时',
    '集中学习多次，一次性发放辅导材料12册',
    '集中学习12人次',
    '召开党组会3次，组织集中学习',
    '中心组学习12次',
    '集中学习教育期间，谈心谈话12次',
    '召开第十三次集中学习',
    '2024年度集中学习12次',
  ])('nothing sure: %s', (text) => {
    expect(countsIn(text)).toEqual([])
  })

  it('stand where they are said', () => {
    const text = '一、学习。认真开展2次集中学习、1次专题研讨。'
    expect(countsInText(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '2次集中学习',
      '2次集中学习、1次专题研讨',
    ])
  })
})

describe('numbers of what a meeting’s papers count', () => {
  it.each<[thing: CountedThing, text: string, ...counts: number[]]>([
    ['talkAttendances', '会前开展谈心谈话53人次', 53],
    ['talkAttendances', '班子成员之间、班子成员与党员之间开展谈心谈话，共53人次', 53],
    ['talkAttendances', '开展三十人次谈心谈话', 30],
    ['talks', '会前，支部谈心谈话十二次', 12],
    ['talks', '共开展谈心谈话一百零五次，30人次参加', 105],
    ['talks', '组织开展了１２次谈心谈话', 12],
    ['talks', '书记与成员谈心谈话4次，成员之间谈心谈话6次，累计开展谈心谈话10次', 10],
    ['talks', '先后12次开展谈心谈话', 12],
    ['teamProblems', '领导班子查摆出十二个问题', 12],
    ['teamProblems', '班子查摆突出问题8个，班子成员查摆问题40个', 8],
    ['teamProblems', '党组班子对照四个方面，查摆出8个突出问题', 8],
    ['teamProblems', '支部检视存在的主要问题九条，其中政治建设方面问题3条', 9],
    ['measures', '针对8个问题，制定整改措施15条', 15],
    ['measures', '针对八个问题制定15条整改措施', 15],
    ['measures', '制定整改措施十五条，明确责任人8名', 15],
    ['measures', '提出了15项具体措施', 15],
    ['measures', '细化15条措施', 15],
    ['measures', '制定一百二十条整改措施', 120],
    ['opinions', '征求到意见建议二十三条', 23],
    ['opinions', '通过座谈、发函，共收集到23条意见建议', 23],
    ['opinions', '征求意见14条，归并为7条', 14, 7, 21],
    ['opinions', '征求到意见12条、建议14条', 12, 14, 26],
    ['opinions', '广泛征求意见，一共26条', 26],
    ['opinions', '合并相同的以后，一共26条意见建议', 26],
    ['opinions', '归并重复内容后共26条，其中对班子12条', 26],
    ['opinions', '通报意见情况：意见箱3件，归并后26条', 26],
    ['opinions', '征求意见建议26条，其中对班子12条，对个人意见14条', 26],
    ['opinions', '会上提出批评意见5条，会前征求意见26条', 26],
    ['remarks', '相互提出批评意见12条', 12],
    ['remarks', '会上提出十二条批评意见', 12],
  ])('%s: %s', (thing, text, ...counts) => {
    expect(countsOf(thing, text, 2025)).toEqual(counts)
  })

  it.each<[thing: CountedThing, text: string]>([
    // Something else.
    ['studies', '今年以来，党组中心组集中学习12次'],
    ['studies', '2025年，党组集中学习12次'],
    ['studies', '带动各支部集中学习20次'],
    ['studies', '学习教育期间，集中学习8次'],
    ['talks', '开展廉政谈话12次'],
    ['talkAttendances', '开展任前廉政谈话、提醒谈话5人次'],
    ['teamProblems', '对照巡察反馈意见，党组查摆出问题12个'],
    ['measures', '针对审计发现的问题，制定整改措施45条'],
    ['measures', '制定优化营商环境措施20条'],
    ['measures', '班子和班子成员共制定整改措施104条'],
    // Not exact.
    ['talkAttendances', '开展谈心谈话三十余人次'],
    ['talkAttendances', '开展谈心谈话30多人次'],
    ['talkAttendances', '开展谈心谈话近三十人次'],
    ['talkAttendances', '开展谈心谈话30人次以上'],
    ['talks', '开展谈心谈话几十次'],
    ['measures', '制定整改措施十几条'],
    ['measures', '制定整改措施10至12条'],
    ['measures', '制定整改措施三到五条'],
    ['measures', '制定整改措施10条—12条'],
    ['opinions', '收集意见建议不到三十条'],
    ['opinions', '收集意见建议20条左右'],
    ['teamProblems', '班子查摆出十二三个问题'],
    // Ordinals and other units.
    ['talks', '开展第一次谈心谈话'],
    ['talks', '开展谈心谈话12人次'],
    ['measures', '落实第十二条措施'],
    ['teamProblems', '班子查摆出四个方面问题'],
    ['teamProblems', '班子查摆问题4个方面'],
    // Another year’s, a part, each.
    ['opinions', '上年度民主生活会征求意见建议30条，均已整改'],
    ['opinions', '2024年度民主生活会征求到意见建议30条'],
    ['teamProblems', '去年班子查摆出8个问题'],
    ['opinions', '共26条，其中征求到意见12条'],
    ['opinions', '征求对我的意见建议3条'],
    ['opinions', '会上听取批评意见5条'],
    ['opinions', '归并后12条措施逐一落实'],
    ['opinions', '线索梳理后12条'],
    ['opinions', '梳理出12条问题意见'],
    ['talks', '书记与班子成员谈心谈话4次'],
    ['talks', '我开展谈心谈话4次'],
    ['talks', '谈心谈话期间，班子成员共集中学习3次'],
    ['teamProblems', '班子成员查摆问题40个'],
    ['teamProblems', '班子查摆党员个人问题40个'],
    ['measures', '对此制定措施3条'],
    ['measures', '每个问题制定措施3条'],
    ['remarks', '对张三提出批评意见3条'],
    ['remarks', '每名党员提出2条批评意见'],
    ['remarks', '人均提出批评意见2条'],
  ])('nothing sure of %s: %s', (thing, text) => {
    expect(countsOf(thing, text, 2025)).toEqual([])
  })

  it('stand where they begin to be told', () => {
    const text = '一、会前。共征求到意见建议26条，班子查摆出8个突出问题。'
    expect(countsInText(text).map(({ start, end }) => text.slice(start, end))).toEqual([
      '征求到意见建议26条',
      '班子查摆出8个突出问题',
    ])
  })
})
