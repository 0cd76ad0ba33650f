import { describe, expect, it } from 'vitest'
import { type Minutes, readMinutes } from '../../index.ts'
import { documentOf } from '../../testing/document-of.ts'

async function minutesOf(text: string): Promise<Minutes> {
  return readMinutes(await documentOf(text, '记录.txt'))
}

describe('labels without a colon', () => {
  it.each([
    ['a wide blank', '船厂支部会议记录\n时间　2026年3月5日9时至11时\n地点　二号船坞\n主持　宋棠\n记录　苗青\n'],
    [
      'blanks, two on a line',
      '船厂支部会议记录\n时 间　2026年3月5日9时至11时\n地点  二号船坞  主持人  宋棠\n记录　苗青\n',
    ],
    [
      'brackets',
      '船厂支部会议记录\n【时间】2026年3月5日9:00—11:00\n【地点】二号船坞\n【主持】书记宋棠\n【记录】苗　青\n',
    ],
    [
      'a table that became lines',
      '船厂支部学习记录\n学习时间\t2026年3月5日\t学时\t2\n地点\t二号船坞\t主持人\t宋棠\n应到人数\t9\t实到人数\t8\t记录人\t苗青\n',
    ],
  ])('%s', async (_, text) => {
    const { day, hours, place, host, recorder } = await minutesOf(text)
    expect([day, hours, place, host, recorder].map((said) => said?.value)).toEqual([
      '2026-03-05',
      2,
      '二号船坞',
      '宋棠',
      '苗青',
    ])
  })

  it('a cell goes on in the lines below that begin with a tab', async () => {
    const { topics, entitled, present } = await minutesOf(
      '学习记录\n时间\t2026年3月5日\n应到人数\t9\t实到人数\t8\n学习内容\t一、《焊工守则》（宋棠领学）\n\t二、船台用电规定\n备注\t无\n',
    )
    expect(topics.map(({ text, speaker }) => [text, speaker])).toEqual([
      ['《焊工守则》', '宋棠'],
      ['船台用电规定', null],
    ])
    expect([entitled?.value, present?.value]).toEqual([9, 8])
  })

  it('a row of headers says nothing', async () => {
    const { day, place, host, topics } = await minutesOf('登记表\n时间　地点　主持人　议题　备注\n1.茶场\n2.船厂\n')
    expect([day, place, host, topics]).toEqual([null, null, null, []])
  })
})

describe('a sentence tells', () => {
  it.each([
    ['2026年3月5日下午，茶场支部在制茶车间旁的工会小屋开了一次会，由苗青主持。', '制茶车间旁的工会小屋', '苗青'],
    ['2026年3月5日，茶场支部组织党员到龙井烈士陵园开展活动，活动由苗青同志主持。', '龙井烈士陵园', '苗青'],
    ['2026年3月5日，场党委书记、场长苗青同志在201会议室主持召开场党委会议。', '201会议室', '苗青'],
    ['二〇二六年三月五日晚上，在茶场老戏台。主持：苗青。', '茶场老戏台', '苗青'],
    ['2026年3月5日召开会议，每月例会由支委轮流主持。', null, null],
    ['2026年3月5日，支部召开会议，大家在发言中说到食堂。', null, null],
  ])('day, place and who presided: %s', async (line, place, host) => {
    const minutes = await minutesOf(`茶场记录\n\n${line}\n`)
    expect([minutes.day?.value, minutes.place?.value ?? null, minutes.host?.value ?? null]).toEqual([
      '2026-03-05',
      place,
      host,
    ])
  })

  it.each([
    ['应到支委七人，实到六人。', 7, 6],
    ['应参会人数31；实参会人数28', 31, 28],
    ['全场党员二十一人，到会十八人。', 21, 18],
    ['支部党员12名，除苗青采茶外，其余11名同志均到场。', 12, 11],
    ['参加人员：茶场支部党员20人（应到23人）', 23, 20],
    ['应到的同志都到了，3人发言。', null, null],
  ])('how many were to come and came: %s', async (line, entitled, present) => {
    const minutes = await minutesOf(`茶场支部会议记录\n时间：2026年3月5日\n${line}\n`)
    expect([minutes.entitled?.value ?? null, minutes.present?.value ?? null]).toEqual([entitled, present])
  })

  it.each([
    ['列席：县农业局种植股祖望、茶校党委苗青', ['祖望', '苗青']],
    ['列席人员：入党申请人雷鸣，工会副主席狄青', ['雷鸣', '狄青']],
    ['党委委员宋棠出席，派驻纪检组组长苗青、办公室主任平湖列席。', ['苗青', '平湖']],
    ['发展对象宋棠列席了第三项。', ['宋棠']],
    ['无关人员不得列席会议。', []],
    ['县纪委派员列席，县委办派人列席会议，各科室负责人、督导组全程列席。', []],
    ['列席：县委组织部一名同志', []],
    ['列席：无', []],
  ])('who sat in: %s', async (line, invited) => {
    const minutes = await minutesOf(`茶场党委会议记录\n时间：2026年3月5日\n${line}\n`)
    expect(minutes.invited.map(({ value }) => value)).toEqual(invited)
  })

  it('how long several days took', async () => {
    const { until, hours } = await minutesOf('茶场举办读书班\n2026年3月5日至6日，茶场在礼堂举办读书班，共12学时。\n')
    expect([until?.value, hours?.value]).toEqual(['2026-03-06', 12])
  })

  it.each([
    ['茶场会议纪要', '2026年3月5日，茶场召开安全生产部署会。', ['deployment']],
    ['茶场工作汇报', '2026年3月5日，茶场召开安全生产部署会。', []],
  ])('what was held, in a record whose title does not say: %s', async (title, line, kinds) => {
    expect((await minutesOf(`${title}\n${line}\n`)).kinds.map(({ value }) => value)).toEqual(kinds)
  })
})

describe('topics', () => {
  const topicsOf = async (lines: string): Promise<(string | null)[][]> => {
    const { topics } = await minutesOf(`茶场支部会议记录\n时间：2026年3月5日\n${lines}`)
    return topics.map(({ text, ofDay, speaker }) => [text, ofDay, speaker])
  }

  it.each([
    ['会议共两项议题：一是研究采摘用工；二是安排清明值班。'],
    ['会议议题：共两项，一是研究采摘用工；二是安排清明值班。'],
    ['议题一　研究采摘用工\n宋棠发言。\n议题二　安排清明值班\n'],
    ['第一项：研究采摘用工\n第二项：安排清明值班\n'],
  ])('numbered in words: %s', async (lines) => {
    expect(await topicsOf(lines)).toEqual([
      ['研究采摘用工', null, null],
      ['安排清明值班', null, null],
    ])
  })

  it('say who spoke behind a day or a unit, and when a regulation came out', async () => {
    expect(
      await topicsOf('议题：\n1.《茶园用药办法》（2024年5月6日印发，领学人祖望）\n2.通报冻害（县气象局祖冲）\n3.看片'),
    ).toEqual([
      ['《茶园用药办法》', '2024-05-06', '祖望'],
      ['通报冻害', null, '祖冲'],
      ['看片', null, null],
    ])
  })
})

it('a lecture is presided over by who gave it', async () => {
  const { host } = await minutesOf(
    '茶场党课记录\n时间：2026年3月5日\n主持：宋棠\n主讲：苗青（劳动模范）\n党课题目：一片叶子\n',
  )
  expect(host?.value).toBe('苗青')
})
