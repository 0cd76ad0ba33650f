import { endpoints } from '@duizhao/contract'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { givePost } from '../../packages/server/src/testing/records.ts'
import { fitsWidth, openWebOffice, seriousFindings, type WebOffice } from './testing/browser.ts'

let web: WebOffice
beforeAll(async () => {
  web = await openWebOffice()
})
afterAll(() => web.close())

it('a gap of the talks is reminded of, written down from where it stands, and is a gap no more', async () => {
  const { office } = web
  const team = await office.addOrganisation(office.water, '水务局党组', 'party_group')
  const organiser = await office.register(team, 'organiser')
  const [head, deputy] = [await office.register(office.water, null), await office.register(office.water, null)]
  await givePost(office, { personId: head.personId, bodyId: team.id, role: 'head' })
  await givePost(office, { personId: deputy.personId, bodyId: team.id, role: 'deputy' })
  const seat = await web.open()
  await seat.enter(organiser.login, '/talks')
  const { page } = seat
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await seat.settle()
    expect([await fitsWidth(page), await seriousFindings(page)]).toEqual([true, []])
  }

  await page.getByRole('button', { name: '提醒没有谈的人' }).click()
  const dialogue = page.getByRole('dialog')
  await dialogue.getByLabel('谈话期限').fill('2099.12.10')
  await dialogue.getByRole('button', { name: /^提\s?醒$/ }).click()
  await page.getByText('已提醒 2 人。').waitFor()

  // Planned from the gap, and written down once it was held.
  await page.getByRole('button', { name: `约定${head.name}的这次谈话` }).click()
  await dialogue.getByLabel('谈话期限').fill('2099.12.15')
  await dialogue.getByRole('button', { name: /^约\s?定$/ }).click()
  await page.getByText(`已约定：${head.name}、${deputy.name}。`).waitFor()
  await page.getByRole('link', { name: '约在2099年12月15日以前' }).click()
  await page.getByText('约定了，还没有谈。').waitFor()
  for (const width of [390, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await seat.settle()
    expect([await fitsWidth(page), await seriousFindings(page)]).toEqual([true, []])
  }
  await page.getByRole('button', { name: '谈了，记下' }).click()
  await dialogue.getByRole('button', { name: /^记\s?下$/ }).click()
  await page.getByRole('heading', { level: 1 }).getByText('谈心谈话').waitFor()
  const { items } = await (
    await office.employ(team, 'organiser')
  ).call(endpoints.listRecords, { params: { organisationId: team.id }, query: { kind: 'talk' } })
  expect(items.map((one) => [one.host?.name, one.talkedTo.map(({ name }) => name)])).toEqual([
    [head.name, [deputy.name]],
  ])

  await seat.visit('/talks')
  await page.getByText('已谈 1，').waitFor()
  const [register] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '登记表（Word）' }).click(),
  ])
  expect(register.suggestedFilename()).toBe('水务局党组谈心谈话登记表.docx')

  // Whoever sees several is led by the message to the one it is about.
  const superior = await office.register(office.water, 'organiser')
  await seat.leave()
  const two = await web.open()
  await two.enter(superior.login, '/talks')
  await two.page.getByText('没有应谈的').waitFor()
  await two.page.goto(`${web.address}/talks?organisationId=${team.id}`)
  await two.page.getByText('已谈 1，').waitFor()
  expect([two.foreign, two.complaints]).toEqual([[], []])
  expect([seat.foreign, seat.complaints]).toEqual([[], []])
})
