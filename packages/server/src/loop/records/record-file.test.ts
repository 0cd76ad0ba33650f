import { endpoints, type RecordReading } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { givePost, minutesFile } from '../../testing/records.ts'
import { refusalOf } from '../../testing/refusal-of.ts'

let office: Office
let branch: Office['city']
let secretary: Employee
const people = new Map<string, string>()
beforeAll(async () => {
  office = await openOffice()
  branch = await office.addOrganisation(office.water, '水务局机关党支部', 'branch')
  secretary = await office.employ(office.water, 'member')
  await givePost(office, { personId: secretary.session.person.id, bodyId: branch.id, role: 'secretary' })
  for (const name of ['李建国', '王晓明', '赵丽华', '赵丽华']) {
    const { personId } = await office.register(office.water, null)
    await office.pool.db.updateTable('person').set({ name }).where('id', '=', personId).execute()
    people.set(name, personId)
    if (name !== '赵丽华') await givePost(office, { personId, bodyId: branch.id, role: 'party_member' })
  }
})
afterAll(() => office.close())

const readFile = (file: File, by = secretary): Promise<RecordReading> =>
  by.call(endpoints.previewRecordFile, { params: { organisationId: branch.id }, file })

/** The record a reading makes where a person says of every unclear name who it is. */
function bodyOf(reading: RecordReading, whoIs: (name: string) => string) {
  const { kinds, name, onDay, place, host, topics, participants } = reading
  return {
    kinds: kinds.map(({ value }) => value),
    ...{ name: name?.value ?? '', onDay: onDay?.value ?? '', place: place?.value ?? '' },
    hostId: host?.person?.id ?? null,
    topics: topics.map(({ text, ofDay, speaker }) => ({ text, ofDay, speaker })),
    participants: participants.map((one) => ({
      ...{ personId: one.person?.id ?? whoIs(one.name), kind: one.kind, note: one.note },
    })),
    readingId: reading.id,
  }
}

describe('minutes in Word', () => {
  it('are read into the fields, each with its place in the text; names that are not sure are asked', async () => {
    const reading = await readFile(minutesFile())
    expect(reading).toMatchObject({
      kinds: [{ value: 'branch_meeting' }],
      ...{ onDay: { value: '2026-03-05' }, place: { value: '三楼会议室' }, same: null },
      host: { name: '李建国', person: { id: people.get('李建国') } },
      participants: [
        { name: '王小明', person: null, kind: 'excused', note: '出差', candidates: [{ id: people.get('王晓明') }] },
        { name: '赵丽华', person: null, kind: 'observer', candidates: [{ name: '赵丽华' }, { name: '赵丽华' }] },
      ],
    })
    const words = ({ start, end }: { start: number; end: number }): string => reading.text.slice(start, end)
    expect(reading.topics.map((topic) => [topic.ofDay, words(topic).includes(topic.text.slice(0, 6))])).toEqual([
      ['2026-02-10', true],
      [null, true],
    ])
    for (const { name, ...span } of reading.participants) expect(words(span)).toContain(name)
  })

  it('become a record that keeps the file for who sees it whole; the same file is told with its record', async () => {
    const file = minutesFile()
    const reading = await readFile(file)
    const body = bodyOf(reading, (name) => people.get(name === '王小明' ? '王晓明' : name) ?? '')
    const params = { organisationId: branch.id }
    const made = await secretary.call(endpoints.createRecord, { params, body })
    expect(made).toMatchObject({ file: { name: '会议记录.docx' }, attendance: { expected: 3, present: 2 } })
    const taken = await secretary.call(endpoints.readRecordFile, { params: { recordId: made.id } })
    expect(new Uint8Array(await taken.arrayBuffer())).toEqual(new Uint8Array(await file.arrayBuffer()))
    const head = await office.employ(office.city, 'head')
    const outline = await head.call(endpoints.readRecord, { params: { recordId: made.id } })
    expect(outline).toMatchObject({ view: 'outline', file: null })
    expect(await refusalOf(head.call(endpoints.readRecordFile, { params: { recordId: made.id } }))).toMatchObject({
      code: 'not_found',
    })
    expect(
      await refusalOf(secretary.call(endpoints.createRecord, { params, body: { ...body, onDay: '2026-03-06' } })),
    ).toMatchObject({ code: 'conflict' })
    expect(await readFile(file)).toMatchObject({ id: null, same: { id: made.id, name: made.name } })
    const { spans } = await office.pool.db
      .selectFrom('record')
      .select('spans')
      .where('id', '=', made.id)
      .executeTakeFirstOrThrow()
    expect(spans).toMatchObject({ onDay: [reading.onDay?.start, reading.onDay?.end] })
  })

  it('are somebody’s own until they are a record, and nobody’s who may not write', async () => {
    const reading = await readFile(minutesFile())
    const organiser = await office.employ(office.water, 'organiser')
    const body = { ...bodyOf(reading, () => people.get('王晓明') ?? ''), onDay: '2026-03-07' }
    const params = { organisationId: branch.id }
    expect(await refusalOf(organiser.call(endpoints.createRecord, { params, body }))).toMatchObject({
      code: 'not_found',
    })
    const member = await office.employ(office.water, 'member')
    expect(await refusalOf(readFile(minutesFile(), member))).toMatchObject({ code: 'forbidden' })
    expect(await refusalOf(readFile(new File([new Uint8Array(8)], '空.docx')))).toMatchObject({ code: 'invalid' })
  })

  it('of a talk name the two; what they said is not read', async () => {
    const lines = [
      '谈心谈话记录',
      '谈话时间：2026年3月6日',
      '谈话人：李建国',
      '谈话对象：王晓明',
      '谈话内容：谈了作风问题',
    ]
    const reading = await readFile(minutesFile(lines, '谈话记录.docx'))
    expect(reading).toMatchObject({
      kinds: [{ value: 'talk' }],
      host: { person: { id: people.get('李建国') } },
      participants: [{ person: { id: people.get('王晓明') }, kind: 'talked_to' }],
    })
    expect(reading).not.toHaveProperty('note')
  })

  it('of a talk stay unnamed in the audit log, as the reason does for which it was taken back', async () => {
    const lines = ['谈心谈话记录', '谈话时间：2026年3月9日', '谈话人：李建国', '谈话对象：王晓明']
    const reading = await readFile(minutesFile(lines, '与王晓明谈话.docx'))
    const params = { organisationId: branch.id }
    const body = bodyOf(reading, () => '')
    const { id, version } = await secretary.call(endpoints.createRecord, { params, body })
    await secretary.call(endpoints.withdrawRecord, {
      params: { recordId: id },
      body: { reason: '王晓明没有谈', version },
    })
    const entries = await office.pool.db.selectFrom('audit_entry').select(['action', 'subject', 'detail']).execute()
    const own = entries.filter(({ action }) => action.startsWith('record.'))
    expect(own.map(({ action }) => action)).toEqual(expect.arrayContaining(['record.previewFile', 'record.withdraw']))
    expect(JSON.stringify(own)).not.toContain('王晓明')
    expect(JSON.stringify(own)).toContain('会议记录.docx')
  })
})
