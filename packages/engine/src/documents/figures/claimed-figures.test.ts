import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { claimedFigures } from './claimed-figures.ts'

const claimsOf = (text: string, year: number | null = 2026): string[] =>
  claimedFigures(text, year).map(
    ({ figure, value, per, subject }) =>
      `${figure} ${value}${per === null ? '' : ` per ${per}`}${subject === null ? '' : ` of ${subject}`}`,
  )

describe('figures a text claims', () => {
  it.each<[text: string, ...claims: string[]]>([
    ['认真开展2次集中学习、1次专题研讨，打牢思想基础。', 'studies 2', 'forums 1'],
    ['今年以来，党组中心组集中学习12次，交流研讨4次。', 'coreGroupStudies 12', 'forums 4'],
    ['落实“第一议题”制度，全年第一议题学习二十四次。', 'firstTopics 24'],
    ['班子成员带头讲党课6堂', 'partyLectures 6'],
    ['全年讲授专题党课5次', 'partyLectures 5'],
    ['开展谈心谈话53人次', 'talkAttendances 53'],
    ['面对面谈心谈话共12次', 'talks 12'],
    [
      '召开支部党员大会4次、支委会12次、党小组会24次，开展主题党日12次',
      'branchMeetings 4',
      'committeeMeetings 12',
      'cellMeetings 24',
      'themeDays 12',
    ],
    ['每季度对意识形态进行一次研判。', 'analyses 1 per quarter of 意识形态'],
    ['坚持每季度开展意识形态分析研判', 'analyses 1 per quarter of 意识形态'],
    ['每半年专题部署1次，每月开展主题党日', 'deployments 1 per half', 'themeDays 1 per month'],
    ['坚持每季度分析研判、每半年安排部署', 'analyses 1 per quarter', 'deployments 1 per half'],
    ['上报各类理论调研文章20篇', 'articles 20'],
    ['每月开展2次集中学习', 'studies 2 per month'],
    ['形成28篇调研报告、20篇理论文章', 'researchReports 28', 'articles 20'],
    ['撰写调研报告三篇', 'researchReports 3'],
    ['集中宣讲15场次，覆盖党员干部1200人', 'outreach 15', 'outreachAudience 1200'],
    ['开展宣讲，覆盖党员群众1200人次', 'outreachAudience 1200'],
    ['组织警示教育4次，应急演练2场', 'warningEducation 4', 'drills 2'],
    ['自己查摆的10个问题均已整改到位', 'problems 10'],
    ['反馈的8个具体问题，目前全部整改完成', 'problems 8'],
    ['共同收集的7个问题，都建立了措施，规定了时限，到目前均已整改到位', 'problems 7'],
    ['上年度查摆的问题12个，已完成整改9个，其余3个正在推进', 'problemsDone 9', 'problemsGoing 3'],
    ['25个问题已整改20个', 'problemsDone 20'],
    ['反馈问题25个，已完成20个、长期坚持3个、正在推进2个', 'problemsDone 20', 'problemsSustained 3', 'problemsGoing 2'],
    ['全年印发文件45件', 'papersIssued 45'],
    ['制发公文12份', 'papersIssued 12'],
    ['集中学习培训32学时', 'studyHours 32'],
  ])('%s', (text, ...claims) => {
    expect(claimsOf(text)).toEqual(claims)
  })

  it.each([
    '计划开展集中学习3次',
    '查摆出10个问题，正在制定措施',
    '全年集中研讨不少于6次',
    '集中学习十余次',
    '去年集中学习8次',
    '2024年开展集中学习8次',
    '指导各支部开展集中学习20次',
    '建立每季度研判制度',
    '每名班子成员讲党课1次',
    '缺席集中学习2次',
    '没有做到每月开展主题党日',
    '第3次集中学习',
    '每年除党风廉政建设会议暨安排部署会外，不再召开其他会议',
    '学习文件3份',
    '集中学习不够深入',
    '党课覆盖面不广',
  ])('nothing sure: %s', (text) => {
    expect(claimsOf(text)).toEqual([])
  })

  it('stand where they are said', () => {
    const text = '一、学习。认真开展2次集中学习、1次专题研讨。\n二、每季度对意识形态进行一次研判。'
    expect(claimedFigures(text, null).map(({ start, end }) => text.slice(start, end))).toEqual([
      '2次集中学习',
      '1次专题研讨',
      '每季度对意识形态进行一次研判',
    ])
  })

  it('tells what is said of the meeting from what is said of the year', () => {
    expect(claimedFigures('会前集中学习2次。今年以来集中学习9次。').map(({ isForMeeting }) => isForMeeting)).toEqual([
      true,
      false,
    ])
  })

  it('never throws, and what it reports lies in the text', () => {
    const pieces = fc.constantFrom(
      '集中学习',
      '2次',
      '十二',
      '每季度',
      '研判',
      '，',
      '。',
      '问题',
      '已完成',
      '整改',
      '个',
      '共',
      '\n',
      '第',
    )
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 24 }), (words) => {
        const text = words.join('')
        for (const { start, end, value } of claimedFigures(text, 2026)) {
          expect(start).toBeGreaterThanOrEqual(0)
          expect(end).toBeLessThanOrEqual(text.length)
          expect(start).toBeLessThan(end)
          expect(value).toBeGreaterThan(0)
        }
      }),
    )
  })
})

describe('of deeds', () => {
  it.each([
    ['全年为群众办实事12件。', ['deeds 12']],
    ['为基层解决急难愁盼问题8个，群众满意。', ['deeds 8']],
    ['每名党员为群众办实事1件。', []],
    ['为群众办实事还不够多。', []],
  ])('%s', (text, figures) => {
    expect(claimsOf(text)).toEqual(figures)
  })
})

describe('of discipline', () => {
  const told = (text: string) => claimedFigures(text).map(({ figure, value }) => [figure, value])

  it.each([
    [
      '运用“四种形态”批评教育帮助和处理58人次，其中第一种形态40人次。',
      [
        ['forms', 58],
        ['firstForm', 40],
      ],
    ],
    [
      '全年运用第一种形态处理12人次，党纪处分3人，诫勉谈话2人。',
      [
        ['firstForm', 12],
        ['partyPunished', 3],
        ['admonished', 2],
      ],
    ],
    [
      '今年以来，问责党组织1个、问责领导干部2人，政务处分1人。',
      [
        ['answerableBodies', 1],
        ['answerablePeople', 2],
        ['officePunished', 1],
      ],
    ],
    ['给予党纪政务处分4人。', []],
    ['对第一种形态运用不够，没有把握好尺度。', []],
    ['计划全年运用第一种形态10人次以上。', []],
  ])('%s', (text, figures) => {
    expect(told(text)).toEqual(figures)
  })
})

describe('of institutions', () => {
  it.each<[text: string, ...claims: string[]]>([
    [
      '全年制定制度12项，修订完善制度3项，废止制度2项。',
      'institutionsMade 12',
      'institutionsRevised 3',
      'institutionsRepealed 2',
    ],
    ['制定5项制度、修订3项制度', 'institutionsMade 5', 'institutionsRevised 3'],
    ['新制定出台管理制度6项', 'institutionsMade 6'],
    ['修订工作制度四项、废止2项制度', 'institutionsRevised 4', 'institutionsRepealed 2'],
    ['制定、修订制度8项'],
    ['制定修订各项制度8项'],
    ['制（修）订制度8项'],
    ['计划制定制度5项'],
    ['制定制度还不够细'],
  ])('%s', (text, ...claims) => {
    expect(claimsOf(text)).toEqual(claims)
  })
})

describe('of what an inspection fed back', () => {
  it.each<[text: string, ...claims: string[]]>([
    [
      '2026年1月5日，市委第二巡察组向我局反馈了意见。针对反馈的4大类12个方面意见，全面认领，细化梳理出具体问题25个，建立措施58条。整改中，已完成20个、长期坚持3个、正在推进2个。',
      ...['feedbackCategories 4', 'feedbackAspects 12', 'feedbackProblems 25', 'feedbackMeasures 58'],
      ...['feedbackDone 20', 'feedbackSustained 3', 'feedbackGoing 2'],
    ],
    [
      '市委巡察反馈的四类12个方面25个问题，已完成20个。',
      ...['feedbackCategories 4', 'feedbackAspects 12', 'feedbackItems 25', 'feedbackDone 20'],
    ],
    ['巡视反馈的25个问题均已整改到位。', 'feedbackItems 25', 'feedbackDone 25'],
    [
      '巡察反馈问题25个，制定58条具体整改措施，已完成整改20个',
      ...['feedbackItems 25', 'feedbackMeasures 58', 'feedbackDone 20'],
    ],
    // Of what else there is in the ledger, where no inspection is named.
    ['反馈问题25个，已完成20个', 'problemsDone 20'],
    ['市委巡察组进驻。\n反馈问题25个，已完成20个', 'problemsDone 20'],
    ['针对巡察反馈问题，计划制定措施58条'],
  ])('%s', (text, ...claims) => {
    expect(claimsOf(text)).toEqual(claims)
  })
})

describe('of sweeps', () => {
  it.each<[text: string, ...claims: string[]]>([
    ['举一反三排查发现同类问题7个，全部建账。', 'sweepFound 7'],
    ['举一反三不够，同类问题仍有3个单位存在。'],
  ])('%s', (text, ...claims) => {
    expect(claimsOf(text)).toEqual(claims)
  })
})
