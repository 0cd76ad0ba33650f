import { endpoints, type PaperDetail, paperKindNames, type PaperState, paperStates, type Role } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { paperFile } from '../../testing/calls/paper-calls.ts'
import { type Employee, type Office, openOffice } from '../../testing/office.ts'
import { putAllIntoSearch } from './searchable.ts'

let office: Office
let author: Employee
let head: Employee
beforeAll(async () => {
  office = await openOffice()
  author = await office.employ(office.water, 'member')
  head = await office.employ(office.water, 'head')
})
afterAll(() => office.close())

const organisationId = () => office.water.id
const draft = (query = {}, file = paperFile()) =>
  author.call(endpoints.createPaper, { params: { organisationId: organisationId() }, query, file })
const about = ({ paper }: PaperDetail) => ({ params: { paperId: paper.id } })
const submit = (paper: PaperDetail) => author.call(endpoints.submitPaper, about(paper))
/** Approves and returns are of a paper as it was read. */
const seenBy = async (reader: Employee, paper: PaperDetail) =>
  (await reader.call(endpoints.readPaper, about(paper))).paper.version
const approve = async (paper: PaperDetail) =>
  head.call(endpoints.approvePaper, {
    ...about(paper),
    body: { opinion: '同意', version: await seenBy(head, paper) },
  })
const sendBack = async (paper: PaperDetail, reason = '数字不符') =>
  head.call(endpoints.returnPaper, { ...about(paper), body: { reason, version: await seenBy(head, paper) } })
const recall = (paper: PaperDetail) => author.call(endpoints.recallPaper, about(paper))
const giveUp = (paper: PaperDetail) => author.call(endpoints.voidPaper, { ...about(paper), body: { reason: '不要了' } })
const addVersion = (paper: PaperDetail) =>
  author.call(endpoints.addPaperVersion, { ...about(paper), file: paperFile() })
const unseen = { refusal: { code: 'not_found' } }
const issue = (paper: PaperDetail) =>
  head.call(endpoints.issuePaper, { ...about(paper), body: { number: '江水〔2026〕3号', issuedOn: '2026-01-05' } })

/** The ids of what somebody’s search finds. */
const finds = async (who: Employee, text: string) =>
  (await who.call(endpoints.findEntries, { query: { text, limit: 50 } })).items.map(({ id }) => id)

/** How a paper comes into each state. */
const ways: Readonly<Record<PaperState, (query: object) => Promise<PaperDetail>>> = {
  draft: (query) => draft(query),
  submitted: async (query) => submit(await draft(query)),
  returned: async (query) => {
    const paper = await ways.submitted(query)
    await sendBack(paper)
    return paper
  },
  approved: async (query) => approve(await ways.submitted(query)),
  issued: async (query) => issue(await ways.approved(query)),
  void: async (query) => giveUp(await draft(query)),
}

describe('a paper handed in', () => {
  it('is read: its title and kind, what it holds and what is wrong with it', async () => {
    const text =
      '临江市水务局领导班子2025年度民主生活会对照检查材料\n\n一、存在的突出问题\n\n1.理论学习不够深入。比如，全年组织集中学习12次，其中5次以读文件代替研讨，对的要求的要求理解不深。\n\n二、整改措施\n\n1.每月集中研讨一次。\n'
    const { paper, versions } = await draft({}, new File([text], '稿子.txt'))
    expect(paper).toMatchObject({
      kind: 'team',
      title: '临江市水务局领导班子2025年度民主生活会对照检查材料',
      state: 'draft',
      versions: 1,
    })
    expect(versions[0]?.reading).toMatchObject({ problems: 1, measures: 1 })
    expect(versions[0]?.reading?.errors).toBeGreaterThan(0)
  })

  it('is called as its file where no text can be read, and what it is may be said', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYGBgAAAABQABpfZFQAAAAABJRU5ErkJggg==',
      'base64',
    )
    const { paper, versions } = await draft({ kind: 'plan' }, new File([new Uint8Array(png)], '扫描的方案.png'))
    expect(paper).toMatchObject({ kind: 'plan', title: '扫描的方案' })
    expect(versions[0]?.reading).toBeNull()
  })

  it('is given back byte for byte, and refused where it is empty or could run', async () => {
    const file = paperFile()
    const { versions } = await draft({}, file)
    const got = await author.call(endpoints.readPaperVersion, { params: { versionId: versions[0]?.id ?? '' } })
    expect(await got.text()).toBe(await file.text())
    for (const bad of [new File([''], '空.docx'), new File(['<script>1</script>'], '坏.html')])
      await expect(draft({}, bad)).rejects.toMatchObject({ refusal: { code: 'invalid' } })
  })
})

it.each([
  ['.txt', '.txt'],
  ['1.txt', '1.txt'],
  ['   .txt', '.txt'],
  [`${'字'.repeat(119)}𠮷完.txt`, '字'.repeat(119)],
  ['方案\u200B（定）.txt', '方案（定）'],
])('%j without a title of its own is called %j', async (name, title) => {
  const { paper } = await draft({}, new File(['。\n'], name))
  expect(paper.title).toBe(title)
})

describe('versions', () => {
  it('follow each other; the same file again is not one', async () => {
    const paper = await draft()
    const file = paperFile()
    const second = await author.call(endpoints.addPaperVersion, { ...about(paper), query: { note: '补了数字' }, file })
    expect(second.versions.map(({ ordinal, note }) => [ordinal, note])).toEqual([
      [2, '补了数字'],
      [1, ''],
    ])
    await expect(author.call(endpoints.addPaperVersion, { ...about(paper), file })).rejects.toMatchObject({
      refusal: { code: 'conflict', title: expect.stringContaining('一模一样') },
    })
    expect((await author.call(endpoints.readPaper, about(paper))).versions).toHaveLength(2)
  })

  it('are not even read from whom the paper is not, or while it is not to be changed', async () => {
    const paper = await submit(await draft())
    const file = new File(['<script>1</script>'], '坏.html')
    const handIn = (who: Employee) => who.call(endpoints.addPaperVersion, { ...about(paper), file })
    await expect(handIn(await office.employ(office.water, 'member'))).rejects.toMatchObject(unseen)
    await expect(handIn(head)).rejects.toMatchObject({ refusal: { code: 'conflict' } })
    await expect(handIn(author)).rejects.toMatchObject({ refusal: { code: 'conflict' } })
    await recall(paper)
    await expect(handIn(author)).rejects.toMatchObject({ refusal: { code: 'invalid' } })
  })

  it('of a paper that was returned are its author’s alone until it is handed in again', async () => {
    const paper = await ways.returned({})
    await author.call(endpoints.addPaperVersion, { ...about(paper), file: paperFile() })
    const seen = await head.call(endpoints.readPaper, about(paper))
    expect([seen.paper.versions, seen.versions.map(({ ordinal }) => ordinal)]).toEqual([1, [1]])
    expect(seen.events.map(({ actionName }) => actionName)).not.toContain('提交新版本')
    const own = await author.call(endpoints.readPaper, about(paper))
    const versionId = own.versions[0]?.id ?? ''
    await expect(head.call(endpoints.readPaperVersion, { params: { versionId } })).rejects.toMatchObject({
      refusal: { code: 'not_found' },
    })
    await submit(paper)
    expect((await head.call(endpoints.readPaper, about(paper))).versions).toHaveLength(2)
  })
})

describe('who sees a paper', () => {
  /** Those who see it in a state, besides its author: by role over the same body. */
  const readers: Readonly<Record<PaperState, readonly Role[]>> = {
    draft: [],
    submitted: ['organiser', 'head', 'reviewer'],
    returned: ['organiser', 'head', 'reviewer'],
    approved: ['organiser', 'head', 'reviewer', 'team_member', 'handler', 'member'],
    issued: ['organiser', 'head', 'reviewer', 'team_member', 'handler', 'member'],
    void: [],
  }
  const roles = ['organiser', 'head', 'reviewer', 'team_member', 'handler', 'member'] as const
  const reviewing: ReadonlySet<Role> = new Set(['organiser', 'head', 'reviewer'])

  it.each(paperStates)(
    '%s: those who may, on its page as in list and search, nobody of another body',
    async (state) => {
      const paper = await ways[state]({ kind: 'plan', title: '渡口岸坡整修方案' })
      const isPersonalToo = state !== 'issued'
      const personal = isPersonalToo ? await ways[state]({ kind: 'personal', title: '渡口岸坡整修体会' }) : null
      for (const role of roles) {
        for (const place of [office.water, office.education]) {
          const reader = await office.employ(place, role)
          const lists = async ({ paper: { id } }: PaperDetail): Promise<boolean> => {
            const read = await reader.call(endpoints.readPaper, { params: { paperId: id } }).then(
              () => true,
              (error: { refusal: { code: string } }) => {
                expect(error.refusal.code).toBe('not_found')
                return false
              },
            )
            expect((await finds(reader, '渡口岸坡')).includes(id), place.name).toBe(read)
            if (place !== office.water) return read
            const { items } = await reader.call(endpoints.listPapers, {
              params: { organisationId: organisationId() },
              query: { limit: 200 },
            })
            expect(items.some((item) => item.id === id)).toBe(read)
            return read
          }
          const isHere = place === office.water
          expect([role, place.name, await lists(paper)]).toEqual([
            role,
            place.name,
            isHere && readers[state].includes(role),
          ])
          if (personal === null) continue
          const may = isHere && readers[state].includes(role) && reviewing.has(role)
          expect([role, place.name, await lists(personal)]).toEqual([role, place.name, may])
        }
      }
      expect((await author.call(endpoints.readPaper, about(paper))).paper.id).toBe(paper.paper.id)
      expect(await finds(author, '渡口岸坡')).toContain(paper.paper.id)
    },
  )

  it('who searches finds it by its number, its subject, its author and what kind it is; once, and as it is now called', async () => {
    const paper = await ways.issued({ kind: 'plan', title: '汛期值守安排' })
    for (const words of [
      '汛期值守',
      '江水〔2026〕3号',
      `${author.session.person.name} 汛期值守`,
      `${paperKindNames.plan} 汛期值守`,
    ])
      expect(
        (await finds(author, words)).filter((id) => id === paper.paper.id),
        words,
      ).toHaveLength(1)
    const { paper: drafted } = await draft({ title: '未定名的稿子' })
    const body = { kind: 'plan' as const, title: '堤防巡查方案', subject: '防汛备汛', version: drafted.version }
    await author.call(endpoints.changePaper, { params: { paperId: drafted.id }, body })
    expect(await finds(author, '未定名')).toEqual([])
    expect(await finds(author, '防汛备汛')).toEqual([drafted.id])
  })

  it('what was written before papers were searched is found after the next start', async () => {
    const paper = await ways.submitted({ title: '旧库里的汇报' })
    await office.pool.db.deleteFrom('search_entry').where('id', '=', paper.paper.id).execute()
    expect(await finds(head, '旧库里的汇报')).toEqual([])
    await putAllIntoSearch(office.pool.db)
    expect(await finds(head, '旧库里的汇报')).toEqual([paper.paper.id])
  })
})

describe('what of a paper is seen', () => {
  it('of one that is about a person, leaves an entry where it is somebody else who read it, once an hour', async () => {
    const readers = async (paper: PaperDetail): Promise<(string | null)[]> => {
      const params = { versionId: paper.versions[0]?.id ?? '' }
      for (const reader of [author, head, head]) await reader.call(endpoints.readPaperText, { params })
      const read = await office.pool.db
        .selectFrom('audit_entry')
        .select('login')
        .where('action', '=', 'paper.readText')
        .where('subject', 'like', `${paper.paper.title}%`)
        .execute()
      return read.map(({ login }) => login)
    }
    expect(await readers(await ways.submitted({ kind: 'personal', title: '个人的对照检查材料' }))).toEqual([head.login])
    expect(await readers(await ways.submitted({ kind: 'plan', title: '人人看得见的方案' }))).toEqual([])
  })

  it('nothing, by others, of one that was taken back, also when it is void', async () => {
    const paper = await ways.submitted({ title: '撤回的报告' })
    await recall(paper)
    await expect(head.call(endpoints.readPaper, about(paper))).rejects.toMatchObject(unseen)
    await giveUp(paper)
    await expect(head.call(endpoints.readPaper, about(paper))).rejects.toMatchObject(unseen)
  })

  it('why it was given up, by those who returned it, though its last version was never handed in', async () => {
    const paper = await ways.returned({})
    await addVersion(paper)
    await giveUp(paper)
    const seen = await head.call(endpoints.readPaper, about(paper))
    expect([seen.paper.state, seen.versions.length]).toEqual(['void', 1])
    expect(seen.events[0]).toMatchObject({ actionName: '作废', reason: '不要了', ordinal: null })
  })

  it('by those who only read: what was approved, not what it was before nor what was said of that', async () => {
    const reader = await office.employ(office.water, 'member')
    const first = await ways.returned({})
    await addVersion(first)
    await submit(first)
    await approve(first)
    const { paper, versions, events } = await reader.call(endpoints.readPaper, about(first))
    expect([paper.versions, versions.map(({ ordinal }) => ordinal)]).toEqual([1, [2]])
    expect(events.map(({ actionName }) => actionName)).toEqual(['审定'])
    const { versions: all } = await head.call(endpoints.readPaper, about(first))
    expect(all).toHaveLength(2)
    await expect(
      reader.call(endpoints.readPaperVersion, { params: { versionId: all[1]?.id ?? '' } }),
    ).rejects.toMatchObject(unseen)
    await reader.call(endpoints.readPaperVersion, { params: { versionId: all[0]?.id ?? '' } })
  })
})

describe('to whom a paper goes', () => {
  const namesOf = (people: readonly Employee[]) => people.map(({ session }) => session.person.name)

  it('is said before it is handed in and while it waits, not after: the nearest first, its author never', async () => {
    const place = await office.addOrganisation(office.education, '校园建设科')
    const handler = await office.employ(place, 'handler')
    const { paper } = await handler.call(endpoints.createPaper, {
      params: { organisationId: place.id },
      file: paperFile(),
    })
    const given = { params: { paperId: paper.id } }
    const above = await office.employ(office.city, 'reviewer')
    const organiser = await office.employ(office.education, 'organiser')
    const [gone, own] = [await office.register(place, 'head'), await office.employ(place, 'head')]
    await office.employ(office.water, 'head')
    await office.pool.db
      .updateTable('account')
      .set({ disabled_at: new Date() })
      .where('id', '=', gone.accountId)
      .execute()
    const wanted = namesOf([own, organiser, above])
    // Of those who were employed for other tests too.
    const among = (names: readonly string[]) => names.filter((name) => [...wanted, gone.name].includes(name))
    const { reviewers: before } = await handler.call(endpoints.readPaper, given)
    expect(among(before)).toEqual(wanted)
    expect(before).not.toContain(head.session.person.name)
    const { reviewers, paper: submitted } = await handler.call(endpoints.submitPaper, given)
    expect(reviewers).toEqual(before)
    const body = { opinion: '同意', version: submitted.version }
    expect((await own.call(endpoints.approvePaper, { ...given, body })).reviewers).toEqual([])
    const of = await own.call(endpoints.createPaper, { params: { organisationId: place.id }, file: paperFile() })
    expect(among(of.reviewers)).toEqual(namesOf([organiser, above]))
  })

  it('is nobody where nobody may decide', async () => {
    const place = await office.addOrganisation(null, '临江市文化馆')
    const alone = await office.employ(place, 'organiser')
    const { reviewers } = await alone.call(endpoints.createPaper, {
      params: { organisationId: place.id },
      file: paperFile(),
    })
    expect(reviewers).toEqual([])
  })
})

describe('decisions', () => {
  it('are of what was looked at: neither what was changed nor what was handed in since is approved', async () => {
    const paper = await ways.submitted({})
    const version = await seenBy(head, paper)
    await recall(paper)
    await addVersion(paper)
    await submit(paper)
    const refused = { refusal: { code: 'conflict', title: expect.stringContaining('改过') } }
    const given = about(paper)
    await expect(
      head.call(endpoints.approvePaper, { ...given, body: { opinion: '同意', version } }),
    ).rejects.toMatchObject(refused)
    await expect(
      head.call(endpoints.returnPaper, { ...given, body: { reason: '不行', version } }),
    ).rejects.toMatchObject(refused)
    expect((await approve(paper)).paper.state).toBe('approved')
  })

  it('are made by another: nobody approves or returns what he drafted', async () => {
    const both = await office.employ(office.water, 'organiser')
    const { paper } = await both.call(endpoints.createPaper, {
      params: { organisationId: organisationId() },
      file: paperFile(),
    })
    const given = { params: { paperId: paper.id } }
    const { version } = (await both.call(endpoints.submitPaper, given)).paper
    const refused = { refusal: { code: 'conflict' } }
    const approval = { ...given, body: { opinion: '同意', version } }
    await expect(both.call(endpoints.approvePaper, approval)).rejects.toMatchObject(refused)
    await expect(
      both.call(endpoints.returnPaper, { ...given, body: { reason: '不行', version } }),
    ).rejects.toMatchObject(refused)
    const { paper: after } = await head.call(endpoints.approvePaper, approval)
    expect(after.state).toBe('approved')
  })

  it('are told in order, with the version and why; the author hears of them', async () => {
    const paper = await ways.returned({})
    await author.call(endpoints.addPaperVersion, { ...about(paper), file: paperFile() })
    await submit(paper)
    await approve(paper)
    const { events } = await issue(paper)
    expect(events.map(({ actionName, ordinal, to }) => [actionName, ordinal, to]).toReversed()).toEqual([
      ['起草文稿', 1, '起草'],
      ['送审', 1, '送审'],
      ['退回修改', 1, '退回修改'],
      ['提交新版本', 2, '退回修改'],
      ['送审', 2, '送审'],
      ['审定', 2, '审定'],
      ['印发', 2, '印发'],
    ])
    expect(events.find(({ actionName }) => actionName === '退回修改')?.reason).toBe('数字不符')
    const { items } = await author.call(endpoints.listNotifications, { query: { limit: 50 } })
    expect(items.map(({ title }) => title)).toEqual(expect.arrayContaining([expect.stringContaining('已退回修改')]))
  })

  it('wait on the home page of who reviews, and of who is to mend', async () => {
    const waiting = await ways.submitted({ title: '等待审核的报告' })
    const returned = await ways.returned({ title: '退回来的报告' })
    const tasks = async (of: Employee) => (await of.call(endpoints.readHome, {})).tasks.map(({ id }) => id)
    expect(await tasks(head)).toContain(`paper-${waiting.paper.id}`)
    expect(await tasks(author)).toContain(`paper-${returned.paper.id}`)
    expect(await tasks(author)).not.toContain(`paper-${waiting.paper.id}`)
  })

  it('of issuing: not before its day, not of what is about one person', async () => {
    const paper = await ways.approved({})
    await expect(
      head.call(endpoints.issuePaper, { ...about(paper), body: { number: '', issuedOn: '2099-01-05' } }),
    ).rejects.toMatchObject({ refusal: { code: 'invalid', places: [{ field: 'issuedOn' }] } })
    const personal = await ways.approved({ kind: 'personal' })
    await expect(issue(personal)).rejects.toMatchObject({ refusal: { code: 'conflict' } })
  })
})

it('who was slower is told what the paper is now', async () => {
  const { paper } = await draft()
  const given = { params: { paperId: paper.id } }
  const body = { kind: 'plan' as const, title: '工作方案', subject: '', version: paper.version }
  await author.call(endpoints.changePaper, { ...given, body })
  await expect(author.call(endpoints.changePaper, { ...given, body })).rejects.toMatchObject({
    refusal: { code: 'conflict' },
  })
})
