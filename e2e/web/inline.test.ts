import { endpoints, type ProblemDetail } from '@duizhao/contract'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assigned, type LedgerStaff, register, someProblem, staffOf } from '../../packages/server/src/testing/ledger.ts'
import { fitsWidth, openWebOffice, type Seat, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
let staff: LedgerStaff
beforeAll(async () => {
  web = await openWebOffice()
  staff = await staffOf(web.office)
})
afterAll(() => web.close())

/** The ledger, with the keyboard at the row of the problem: the only one that is shown. */
async function openAt({ text }: ProblemDetail, viewport?: { width: number; height: number }): Promise<Seat> {
  const seat = await web.open(viewport)
  const { page } = seat
  await seat.signIn(staff.organiser.login)
  await page.getByRole('heading', { name: '今天要做的事' }).waitFor()
  await page.goto(`${web.address}/ledger?text=${encodeURIComponent(text)}`)
  const row = page.getByRole('link', { name: text })
  await row.waitFor()
  const isFocused = async (): Promise<boolean> => {
    await page.keyboard.press('j')
    return row.evaluate((link) => new Promise((told) => setTimeout(() => told(link === document.activeElement), 50)))
  }
  // A busy page may show the row before it listens to keys; with one row, the key pressed again changes nothing.
  await expect.poll(isFocused).toBe(true)
  return seat
}

const read = ({ id }: ProblemDetail): Promise<ProblemDetail> =>
  staff.second.call(endpoints.readProblem, { params: { problemId: id } })

async function finish(seat: Seat): Promise<void> {
  expect([seat.foreign, seat.complaints]).toEqual([[], []])
  await seat.leave()
}

describe('a field changed in the ledger', () => {
  it('is opened, saved and left by keyboard', { timeout: 120_000 }, async () => {
    const problem = await register(staff.organiser, web.office.water)
    const seat = await openAt(problem)
    const { page } = seat
    const field = page.getByLabel(`问题 ${problem.number} 号的完成时限`)
    await page.keyboard.press('e')
    await field.fill('2099-08-20')
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Enter')
    await field.waitFor({ state: 'detached' })
    await page.getByRole('cell', { name: /2099年8月20日/ }).waitFor()
    expect(await read(problem)).toMatchObject({ dueOn: '2099-08-20', cause: problem.cause, goal: problem.goal })

    const aspect = page.getByLabel(`问题 ${problem.number} 号的方面`)
    await page.keyboard.press('a')
    await aspect.fill('财务管理')
    await page.keyboard.press('Escape')
    await aspect.waitFor({ state: 'detached' })
    await page.keyboard.press('a')
    expect(await aspect.inputValue()).toBe(problem.aspect)
    await aspect.fill('防汛值守')
    await page.keyboard.press('Enter')
    await page.getByText('防汛值守').waitFor()
    expect(await read(problem)).toMatchObject({ dueOn: '2099-08-20', aspect: '防汛值守' })

    await page.getByRole('cell', { name: /2099年8月20日/ }).dblclick()
    await field.fill('')
    await page.keyboard.press('Enter')
    await page.locator('.inline-edit').getByRole('alert').waitFor()
    await page.keyboard.press('Escape')
    expect(await read(problem)).toMatchObject({ dueOn: '2099-08-20' })
    await finish(seat)
  })

  it('is chosen from what there is, where it is a source or a class', { timeout: 120_000 }, async () => {
    const problem = await register(staff.organiser, web.office.water)
    const seat = await openAt(problem)
    const { page } = seat
    await page.keyboard.press('l')
    const kind = page.getByLabel(`问题 ${problem.number} 号的类型`)
    await kind.selectOption('立行立改')
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Enter')
    await kind.waitFor({ state: 'detached' })
    expect(await read(problem)).toMatchObject({ class: 'immediate', source: problem.source, dueOn: problem.dueOn })
    // A column that is not shown has no cell to write in.
    await page.keyboard.press('s')
    expect(await page.locator('.inline-edit').count()).toBe(0)
    await finish(seat)
  })

  it('loses nothing when someone else was faster', { timeout: 120_000 }, async () => {
    const problem = await register(staff.organiser, web.office.water)
    const seat = await openAt(problem)
    const { page } = seat
    const field = page.getByLabel(`问题 ${problem.number} 号的完成时限`)
    await page.keyboard.press('e')
    await field.fill('2099-08-20')
    const { source, aspect, text, cause, class: kind, version } = problem
    await staff.second.call(endpoints.changeProblem, {
      params: { problemId: problem.id },
      body: { source, aspect, text, cause, class: kind, version, goal: '乙写的目标', dueOn: '2099-07-10' },
    })
    await page.keyboard.press('Enter')
    const edit = page.locator('.inline-edit')
    await edit.getByRole('alert').getByText('刚刚被别人改过').waitFor()
    const both = await edit.innerText()
    expect(both).toContain('2099年7月10日')
    expect(both).toContain('2099年8月20日')
    expect(await field.inputValue()).toBe('2099-08-20')
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Enter')
    await field.waitFor({ state: 'detached' })
    expect(await read(problem)).toMatchObject({ dueOn: '2099-08-20', goal: '乙写的目标' })
    await finish(seat)
  })

  it('is the text of the problem, by keyboard or by the button of the row', { timeout: 120_000 }, async () => {
    const problem = await register(staff.organiser, web.office.water)
    const seat = await openAt(problem)
    const { page } = seat
    const field = page.getByLabel(`问题 ${problem.number} 号的问题`, { exact: true })
    await page.keyboard.press('w')
    await field.fill(`${problem.text}，已经核对`)
    expect(await seriousFindings(page)).toEqual([])
    await page.keyboard.press('Enter')
    await field.waitFor({ state: 'detached' })
    expect(await read(problem)).toMatchObject({ text: `${problem.text}，已经核对`, cause: problem.cause })
    await page.locator('.cell-text').first().hover()
    await page.getByRole('button', { name: `修改问题 ${problem.number} 号的问题` }).click()
    await field.fill('')
    await page.keyboard.press('Enter')
    await page.locator('.inline-edit').getByRole('alert').waitFor()
    await page.keyboard.press('Escape')
    await finish(seat)
  })

  it('is who leads and who does it, chosen among those of the unit', { timeout: 120_000 }, async () => {
    const problem = await register(staff.organiser, web.office.water)
    const outsider = await web.office.register(web.office.education, 'team_member')
    const seat = await openAt(problem)
    const { page } = seat
    await page.keyboard.press('r')
    await page.getByText(`问题 ${problem.number} 号还没有责任领导`).waitFor()
    const choose = async (key: string, name: string, by: string): Promise<void> => {
      await page.keyboard.press(key)
      const field = page.getByLabel(`问题 ${problem.number} 号的${name}`)
      await field.fill(outsider.name)
      await page.getByText('没有这样的人').waitFor()
      await field.fill(by)
      await page.locator('.ant-select-item-option').getByText(by).first().waitFor()
      await page.keyboard.press('Enter')
      expect(await seriousFindings(page)).toEqual([])
      await page.getByRole('button', { name: '保存' }).click()
      await field.waitFor({ state: 'detached' })
    }
    await choose('d', '责任领导', staff.leaderPerson.name)
    expect(await read(problem)).toMatchObject({ state: 'assigned', lead: { id: staff.leaderPerson.personId } })
    await choose('r', '责任人', staff.handlerPerson.name)
    expect(await read(problem)).toMatchObject({ handler: { id: staff.handlerPerson.personId }, dueOn: problem.dueOn })
    await finish(seat)
  })

  it('is not opened on a phone', { timeout: 120_000 }, async () => {
    const problem = await assigned(staff, web.office.water, someProblem('audit'))
    const seat = await openAt(problem, { width: 390, height: 844 })
    const { page } = seat
    await page.keyboard.press('e')
    await page.getByRole('cell', { name: /2099年6月30日/ }).dblclick()
    expect(await page.locator('.inline-edit').count()).toBe(0)
    expect(await fitsWidth(page)).toBe(true)
    await finish(seat)
  })
})
