import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isUnreadable, type Minutes, read, readMinutes, textsAfter } from '../../index.ts'
import { documentOf } from '../../testing/document-of.ts'

async function minutesOf(text: string): Promise<Minutes> {
  return readMinutes(await documentOf(text, '记录.txt'))
}

describe('the day', () => {
  it.each([
    ['时间：二〇二六年三月五日', '2026-03-05', null],
    ['时　　间：2026年3月5日至7日', '2026-03-05', '2026-03-07'],
    ['培训日期：2026年3月30日—4月2日', '2026-03-30', '2026-04-02'],
    ['日期：2026.3.5', '2026-03-05', null],
    ['2026年3月5日下午，支部召开党员大会，学习文件。', '2026-03-05', null],
    ['时间：3月5日', null, null],
    ['时间：2026年2月30日', null, null],
    ['记录中提到2026年3月5日的事。', null, null],
  ])('%s', async (line, day, until) => {
    const minutes = await minutesOf(`机关支部会议记录\n${line}\n`)
    expect([minutes.day?.value ?? null, minutes.until?.value ?? null]).toEqual([day, until])
  })

  it('takes the year from the title where the line leaves it out', async () => {
    expect((await minutesOf('支部2026年第一季度党员大会记录\n时间：3月5日')).day?.value).toBe('2026-03-05')
  })
})

describe('how long it took', () => {
  it.each([
    ['时间：2026年3月5日上午9:00—11:30', 2.5],
    ['时间：2026年3月5日下午2时30分至4时', 1.5],
    ['时间：2026年3月5日\n学时：4学时', 4],
    ['时间：2026年3月5日至6日9:00-17:00', null],
    ['时间：2026年3月5日上午9:00', null],
  ])('%s', async (lines, hours) => {
    expect((await minutesOf(`学习记录\n${lines}`)).hours?.value ?? null).toBe(hours)
  })
})

describe('who was away', () => {
  it.each([
    ['应到12人，实到11人，请假1人（王明，出差）', [['王明', '出差']]],
    [
      '请假2人：王明出差，李小强病假',
      [
        ['王明', '出差'],
        ['李小强', '病假'],
      ],
    ],
    [
      '缺席：欧阳 明（高温假）、王 芳',
      [
        ['欧阳明', '高温假'],
        ['王芳', null],
      ],
    ],
    [
      '请假人员：王明、高小满（外出培训）',
      [
        ['王明', null],
        ['高小满', '外出培训'],
      ],
    ],
    [
      '会上，王明因公差、李强因住院请假。',
      [
        ['王明', '公差'],
        ['李强', '住院'],
      ],
    ],
    ['因病、因公未参加的4人另行补学。', []],
    ['参加人员：王明、李强', []],
  ])('%s', async (line, absent) => {
    const minutes = await minutesOf(`党员大会会议记录\n时间：2026年3月5日\n${line}`)
    expect(minutes.absent.map(({ name, reason }) => [name, reason])).toEqual(absent)
  })

  it('tells nobody from nothing said', async () => {
    const nobody = await minutesOf('会议记录\n时间：2026年3月5日\n缺席：无\n')
    expect([nobody.absent, nobody.noneAbsent !== null]).toEqual([[], true])
    expect((await minutesOf('会议记录\n时间：2026年3月5日\n')).noneAbsent).toBeNull()
  })

  it('keeps who left early apart', async () => {
    const minutes = await minutesOf('会议记录\n时间：2026年3月5日\n缺席：王明（病假）\n李强10时因接访离开。')
    expect([minutes.absent.map(({ name }) => name), minutes.partial.map(({ name }) => name)]).toEqual([
      ['王明'],
      ['李强'],
    ])
  })
})

describe('topics', () => {
  const topicsOf = async (lines: string): Promise<(string | null)[][]> => {
    const { topics } = await minutesOf(`支部学习记录\n时间：2026年3月5日\n${lines}`)
    return topics.map(({ text, ofDay, speaker }) => [text, ofDay, speaker])
  }

  it('stand behind their label or below it, numbered', async () => {
    const two = [
      ['《中国共产党巡视工作条例》', '2024-02-08', null],
      ['讨论发展对象', null, null],
    ]
    expect(await topicsOf('议题：1.《中国共产党巡视工作条例》；2.讨论发展对象')).toEqual(two)
    expect(
      await topicsOf('会议议题：\n一、《中国共产党巡视工作条例》\n二、讨论发展对象\n会议情况：\n三、别的'),
    ).toEqual(two)
  })

  it('are of the day of the speech, the plenum or the regulation', async () => {
    expect(
      await topicsOf(
        '学习内容：习近平总书记在某会上的重要讲话（2026年1月12日）；党的二十届四中全会精神；《安全管理办法》',
      ),
    ).toEqual([
      ['习近平总书记在某会上的重要讲话', '2026-01-12', null],
      ['党的二十届四中全会精神', '2025-10-20', null],
      ['《安全管理办法》', null, null],
    ])
  })

  it('say who spoke of them', async () => {
    expect(await topicsOf('会议议题：\n1.党费收缴情况（汇报人：蒋一宁）\n2.李强同志传达全会精神')).toEqual([
      ['党费收缴情况', null, '蒋一宁'],
      ['传达全会精神', null, '李强'],
    ])
  })

  it('none are read from the headings of a paper that records nothing', async () => {
    const { topics } = await minutesOf('工作方案\n一、指导思想\n要求明确。\n二、工作措施\n抓紧落实。')
    expect(topics).toEqual([])
  })
})

describe('a text studied before it was there', () => {
  const record = (day: string): Promise<Minutes> =>
    minutesOf(`集中学习记录\n时间：${day}\n学习内容：党的二十届四中全会精神；《中国共产党纪律处分条例》`)

  it('is found by its day', async () => {
    expect(textsAfter(await record('2025年10月19日')).map(({ text }) => text)).toEqual(['党的二十届四中全会精神'])
    expect(textsAfter(await record('2025年10月20日'))).toEqual([])
  })

  it('is no regulation revised since, which was studied as it was', async () => {
    const minutes = await minutesOf('学习记录\n时间：2023年3月1日\n学习内容：《中国共产党纪律处分条例》')
    expect([minutes.topics[0]?.ofDay, textsAfter(minutes)]).toEqual([null, []])
  })
})

it('a talk names its two parties, a group spoken to is no talk of two', async () => {
  const talk = await minutesOf('谈心谈话记录\n时间：2026年1月5日\n谈话人：王明\n谈话对象：李强（科长）')
  expect(talk.talks.map(({ by, to, day }) => [by, to, day])).toEqual([['王明', '李强', '2026-01-05']])
  const group = await minutesOf('集体廉洁谈话记录\n时间：2026年1月5日\n谈话人：王明\n谈话对象：各科室负责人等24人')
  expect(group.talks).toEqual([])
})

it('every value stands where it says, in all samples', async () => {
  const folder = join(import.meta.dirname, '../../../../../samples/minutes')
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && entry.parentPath !== folder,
  )
  expect(files.length).toBeGreaterThan(30)
  for (const { parentPath, name } of files) {
    const document = await read(readFileSync(join(parentPath, name)), name)
    if (isUnreadable(document)) throw new Error(document.message)
    const minutes = readMinutes(document)
    const plain = (words: string): string => words.replace(/[ 　\n\t]/g, '')
    const words = ({ start, end }: { start: number; end: number }): string => plain(document.text.slice(start, end))
    for (const { text, ...span } of minutes.topics) expect(words(span)).toBe(plain(text))
    for (const { name: who, ...span } of [...minutes.absent, ...minutes.partial]) expect(words(span)).toContain(who)
    for (const said of [minutes.host, minutes.recorder, minutes.place, ...minutes.invited])
      if (said !== null) expect(words(said)).toBe(said.value)
    for (const { by, to, ...span } of minutes.talks)
      expect([words(span).includes(by), words(span).includes(to)]).toEqual([true, true])
  }
})

it('twenty thousand labels take no longer than their length asks', async () => {
  const minutes = await minutesOf(`会议记录\n${'时间：2026年3月5日\n'.repeat(20_000)}`)
  expect(minutes.day?.value).toBe('2026-03-05')
}, 20_000)
