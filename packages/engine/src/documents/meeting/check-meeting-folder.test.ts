import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPlainText } from '../../reading/plain-text.ts'
import { isUnreadable } from '../../reading/read.ts'
import type { SourceDocument } from '../../reading/source-document.ts'
import { checkMeetingFolder } from './check-meeting-folder.ts'
import { checkRules } from './rules/index.ts'

type Papers = Readonly<Record<string, string>>

const MEMBERS = ['方明远', '齐晓放', '何敏君', '程立新', '岳小红']

/** Papers of a small branch's meeting that agree with each other. */
const BRANCH: Papers = {
  '记录.txt': `县图书馆党支部2025年度组织生活会会议记录
会议时间：2026年1月20日下午2:30—5:00
会议地点：二楼会议室
主持人：方明远
出席人员：${MEMBERS.join('、')}（应到5人，实到5人）
记录人：何敏君
方明远通报2024年度整改情况，3个问题全部整改。
方明远代表支委会作对照检查。
方明远作个人对照检查。
齐晓放：书记下基层少。
齐晓放作个人对照检查。
方明远：文件压得久。
民主评议：参评党员5人，优秀1人，合格4人。`,
  '签到.txt': `县图书馆党支部2025年度组织生活会签到表
时间：2026年1月20日
地点：二楼会议室
出席：${MEMBERS.join('、')}
应到5人，实到5人`,
  '通知.txt': `关于召开2025年度组织生活会的通知
各位党员：
支部定于2026年1月20日下午2:30召开2025年度组织生活会，地点在二楼会议室。请准时参加。
县图书馆党支部
2026年1月12日`,
  '学习.txt': `支部集中学习记录
时间：2026年1月13日
主持人：方明远
学习内容：党章、党的二十届四中全会精神
研讨发言：齐晓放谈了体会。`,
  '谈话一.txt': '谈心谈话记录\n时间：2026年1月14日 9:00—9:30\n谈话人：方明远\n谈话对象：齐晓放\n谈话内容：文件办理慢。',
  '谈话二.txt':
    '谈心谈话记录\n时间：2026年1月14日 9:40—10:10\n谈话人：方明远\n谈话对象：何敏君\n谈话内容：记录不及时。',
  '谈话三.txt': '谈心谈话记录\n时间：2026年1月14日 10:20—10:50\n谈话人：方明远\n谈话对象：程立新\n谈话内容：值班脱岗。',
  '谈话四.txt': '谈心谈话记录\n时间：2026年1月14日 11:00—11:20\n谈话人：方明远\n谈话对象：岳小红\n谈话内容：服务态度。',
}

function documentOf(text: string, path: string): SourceDocument {
  const document = readPlainText(new TextEncoder().encode(text), path)
  if (isUnreadable(document)) throw new Error(document.message)
  return document
}

function findingsIn(papers: Papers): { rule: string; message: string }[] {
  const documents = Object.entries(papers).map(([path, text]) => ({ path, document: documentOf(text, path) }))
  return checkMeetingFolder(documents).flatMap(({ findings }) =>
    findings.map(({ rule, message }) => ({ rule, message })),
  )
}

/** The branch's papers with words of one replaced. */
function withWords(path: string, old: string, words: string): Papers {
  const text = BRANCH[path] ?? ''
  if (!text.includes(old)) throw new Error(`${path} has no ${old}`)
  return { ...BRANCH, [path]: text.replaceAll(old, words) }
}

describe('checking a meeting’s folder', () => {
  it('is silent about papers that agree', () => {
    expect(findingsIn(BRANCH)).toEqual([])
  })

  it('says what each paper is, whose meeting it was, and which are copies', () => {
    const documents = Object.entries({ ...BRANCH, '副本.txt': BRANCH['通知.txt'] ?? '' }).map(([path, text]) => ({
      path,
      document: documentOf(text, path),
    }))
    const [meeting, ...others] = checkMeetingFolder(documents)
    expect(others).toEqual([])
    expect(meeting).toMatchObject({
      kind: 'organisational_life',
      year: 2025,
      date: '2026-01-20',
      head: '方明远',
      members: MEMBERS,
    })
    const kinds = Object.fromEntries(meeting?.files.map(({ path, kind }) => [path, kind]) ?? [])
    expect(kinds).toMatchObject({
      '记录.txt': 'minutes',
      '签到.txt': 'attendance',
      '通知.txt': 'notice',
      '学习.txt': 'study_record',
      '谈话一.txt': 'talk_record',
    })
    expect(meeting?.files.find(({ path }) => path === '副本.txt')?.copyOf).toBe('通知.txt')
  })

  it('tells a meeting about the faults an inspection found', () => {
    const title = '县水利局党组巡察整改专题民主生活会'
    const papers = [
      `${title}会议记录\n会议时间：2026年3月3日\n出席人员：李立、王芳、赵强\n主持人：李立`,
      `关于召开${title}的通知\n各成员：\n定于2026年3月3日召开。`,
    ].map((text, i) => ({ path: `${i}.txt`, document: documentOf(text, `${i}.txt`) }))
    expect(checkMeetingFolder(papers).map(({ kind }) => kind)).toEqual(['inspection_rectification'])
  })

  const wrong: Readonly<Record<string, readonly [papers: Papers, ...messages: string[]]>> = {
    'too few came': [
      withWords('记录.txt', '实到5人', '实到2人'),
      '应到5人，实到2人，不足半数，不能开会，请核对人数',
      '实到人数不一致：记录.txt写2人；签到.txt写5人，请核对',
    ],
    'studied before it was held': [
      withWords('学习.txt', '2026年1月13日', '2025年9月13日'),
      '2025年9月13日的学习记录里写学习党的二十届四中全会，全会到2025年10月20日才召开，请核对日期',
    ],
    'studied after the meeting': [
      withWords('学习.txt', '2026年1月13日', '2026年1月23日'),
      '学习记录的日期是2026年1月23日，晚于会议日期2026年1月20日，请核对',
    ],
    'two talks at once': [
      withWords('谈话二.txt', '9:40—10:10', '9:10—9:40'),
      '方明远2026年1月14日9:10同时在与齐晓放、何敏君谈话，请核对时间',
    ],
    'told the day before': [
      withWords('通知.txt', '2026年1月12日', '2026年1月19日'),
      '会议通知写于2026年1月19日，离2026年1月20日开会不到3天，请核对当地要求',
    ],
    'another began': [
      withWords('记录.txt', '方明远作个人对照检查', '岳小红作个人对照检查'),
      '会议记录里岳小红先作个人对照检查，应当由方明远带头',
    ],
    'a talk is lacking': [
      { ...BRANCH, '谈话四.txt': '备忘' },
      '没有方明远与岳小红谈心谈话的记录，请核实是否谈过并补上',
    ],
    'one signature less': [
      withWords('签到.txt', '实到5人', '实到4人'),
      '实到人数不一致：记录.txt写5人；签到.txt写4人，请核对',
    ],
    'grades that do not add up': [
      withWords('记录.txt', '合格4人', '合格3人'),
      '记录.txt写参评5人，各等次加起来是4人，请核对',
    ],
    'too many excellent': [
      withWords('记录.txt', '优秀1人，合格4人', '优秀2人，合格3人'),
      '优秀2人，超过党员总数5人的三分之一（1人），请核对',
    ],
    'a name misspelt': [
      withWords('谈话四.txt', '岳小红', '岳晓红'),
      '没有方明远与岳小红谈心谈话的记录，请核实是否谈过并补上',
      '谈话四.txt里的“岳晓红”与成员“岳小红”差一个字，请核对',
    ],
    'another day': [
      withWords('通知.txt', '2026年1月20日', '2026年1月21日'),
      '会议日期不一致：记录.txt、签到.txt写2026年1月20日；通知.txt写2026年1月21日，请核对',
    ],
    'another room': [
      withWords('签到.txt', '二楼会议室', '党员活动室'),
      '会议地点不一致：记录.txt、通知.txt写“二楼会议室”；签到.txt写“党员活动室”，请核对',
    ],
  }
  it.each(Object.entries(wrong))('finds that %s, and nothing else', (_, [papers, ...messages]) => {
    expect(findingsIn(papers).map(({ message }) => message)).toEqual(messages)
  })

  it('takes other ways of writing for the same', () => {
    expect(findingsIn(withWords('签到.txt', '2026年1月20日', '2026.1.20'))).toEqual([])
    expect(findingsIn(withWords('签到.txt', '二楼会议室', '机关2楼会议室'))).toEqual([])
    expect(findingsIn(withWords('记录.txt', '下午2:30—5:00', '14：30至17：00'))).toEqual([])
  })

  it('takes a place left empty for none, not the line below it', () => {
    expect(findingsIn(withWords('签到.txt', '地点：二楼会议室', '地点：'))).toEqual([])
    expect(findingsIn(withWords('签到.txt', '地点：二楼会议室', '地点：\n二楼会议室'))).toEqual([])
    expect(findingsIn(withWords('签到.txt', '地点：二楼会议室', '地点：\n三楼活动室')).map(({ rule }) => rule)).toEqual(
      ['agreement/meeting-place'],
    )
  })

  it('takes the record of a study that is called after the meeting for that study', () => {
    const title = '2025年度组织生活会会前集中学习记录'
    expect(findingsIn(withWords('学习.txt', '支部集中学习记录', title))).toEqual([])
  })

  it('knows what a record of study may speak of', () => {
    const study = (words: string, day = '2025年9月13日'): string[] =>
      findingsIn({
        ...BRANCH,
        '学习.txt': `支部集中学习记录\n时间：${day}\n主持人：方明远\n学习内容：${words}\n研讨发言：齐晓放谈了体会。`,
      })
        .filter(({ rule }) => rule === 'procedure/study-before-plenum')
        .map(({ message }) => /学习(党的.*?)，/.exec(message)?.[1] ?? message)
    expect(study('党章；以实际行动迎接党的二十届四中全会召开')).toEqual([])
    expect(study('党的二十届二中、三中全会精神')).toEqual([])
    expect(study('党的二十届三中、四中全会精神')).toEqual(['党的二十届三中、四中全会'])
    expect(study('党的二十大精神', '2022年9月13日')).toEqual(['党的二十大'])
    expect(study('喜迎党的二十大', '2022年9月13日')).toEqual([])
  })

  it('counts studies as their sentences do', () => {
    const record = (day: string): string =>
      `支部集中学习记录\n时间：${day}\n主持人：方明远\n学习内容：党章\n研讨发言：齐晓放谈了体会。`
    const told = (inMaterial: string, inReport: string): string[] =>
      findingsIn({
        ...BRANCH,
        '学习一.txt': record('2026年1月6日'),
        '学习二.txt': record('2026年1月8日'),
        '材料.txt': `县图书馆党支部2025年度组织生活会对照检查材料\n会前，${inMaterial}。\n一、存在的问题\n（一）学习不深。`,
        '报告.txt': `关于2025年度组织生活会召开情况的报告\n会前，${inReport}。\n县图书馆党支部\n2026年1月28日`,
      })
        .filter(({ rule }) => rule === 'agreement/problem-count')
        .map(({ message }) => message)
    // With that of 13 January there are three records.
    expect(told('认真开展2次集中学习、1次专题研讨', '支部集中学习两次')).toEqual([])
    expect(told('认真开展2次集中学习、1次专题研讨', '支部开展集中学习研讨三次')).toEqual([])
    expect(told('认真开展三次集中学习', '支部集中学习3次')).toEqual([])
    expect(told('认真开展2次集中学习、1次专题研讨', '支部集中学习5次')).toEqual([
      '集中学习的数目不一致：材料.txt写2次，报告.txt写5次，请核对',
    ])
    expect(told('认真开展五次集中学习', '支部集中学习5次')).toEqual(['材料.txt写集中学习5次，学习记录有3次，请核对'])
  })

  it('never scolds a handful of materials for not being an archive', () => {
    const { '谈话一.txt': one = '', '通知.txt': two = '' } = BRANCH
    expect(findingsIn({ '一.txt': one, '二.txt': two })).toEqual([])
    expect(checkMeetingFolder([])).toEqual([])
  })

  it('comes to an end on any texts', () => {
    const words = fc.string({
      unit: fc.constantFrom(
        '应到',
        '实到',
        '3',
        '人',
        '方明',
        '、',
        '：',
        '\n',
        '2026年1月',
        '8日',
        '谈话人',
        '签到',
        '会议记录',
        '一、',
        '整改',
      ),
      maxLength: 60,
    })
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), (texts) => {
        findingsIn(Object.fromEntries(texts.flatMap((text, i) => (text.trim() === '' ? [] : [[`${i}.txt`, text]]))))
      }),
      { numRuns: 200 },
    )
  })
})

describe('the rules', () => {
  it('have their own ids, short names and a source', () => {
    expect(new Set(checkRules.map(({ id }) => id)).size).toBe(checkRules.length)
    for (const { name, source, why } of checkRules) {
      expect(name.length).toBeLessThanOrEqual(10)
      expect(source.title.length * why.length).toBeGreaterThan(0)
    }
  })
})
