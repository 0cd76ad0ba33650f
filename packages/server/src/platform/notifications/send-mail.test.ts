import { defaultSettings } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { readConfig, type ServerConfig } from '../config.ts'
import { transaction } from '../database/transaction.ts'
import { writeSettings } from '../settings/queries.ts'
import { type MailServer, openMailServer } from '../../testing/mail-server.ts'
import { type Office, openOffice, testConfig } from '../../testing/office.ts'
import { notify } from './notify.ts'
import { markRead } from './queries.ts'
import { fileStore } from '../files/index.ts'
import type { Enqueue } from '../jobs/index.ts'
import { sendMail } from './send-mail.ts'

let office: Office
const servers: MailServer[] = []

beforeAll(async () => {
  office = await openOffice()
})
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})
afterAll(() => office.close())

async function mailServer(options?: { readonly refuses: boolean }): Promise<MailServer> {
  const server = await openMailServer(options)
  servers.push(server)
  return server
}

/** The job, done over this mail server. */
function send(smtpUrl: string | undefined, notificationId: string, config: Partial<ServerConfig> = {}): Promise<void> {
  const context = {
    db: office.pool.db,
    files: fileStore(office.filesFolder),
    config: { ...testConfig, dataFolder: '', smtpUrl, ...config },
    databaseUrl: office.pool.url,
    now: new Date(),
  }
  return sendMail.work({ ...context, enqueue: () => Promise.resolve() }, { notificationId })
}

async function setMail(mail: { readonly isOn: boolean; readonly from: string }): Promise<void> {
  const { db } = office.pool
  const row = await db.selectFrom('setting').select('version').executeTakeFirst()
  const settings = {
    ...defaultSettings,
    officeName: '临江市委组织部',
    mail,
    version: row?.version ?? 0,
    proposed: null,
  }
  expect(await transaction(db, (tx) => writeSettings(tx, settings))).toBe(true)
}

/** Tells somebody with this address something; returns whom, and the jobs that came of it. */
async function tell(email: string, title: string): Promise<{ accountId: string; notificationIds: string[] }> {
  const { db } = office.pool
  const { accountId, personId } = await office.register(office.water, 'handler')
  await db.updateTable('person').set({ email }).where('id', '=', personId).execute()
  const notificationIds: string[] = []
  await tellMore(accountId, notificationIds, [title])
  return { accountId, notificationIds }
}

/** Tells the same account more, and adds the jobs that come of it. */
async function tellMore(accountId: string, notificationIds: string[], titles: readonly string[]): Promise<void> {
  const enqueue: Enqueue = async (_, job, data) => {
    if (job.name === sendMail.name && 'notificationId' in data) notificationIds.push(String(data.notificationId))
  }
  for (const title of titles) {
    const told = { title, link: '/own-record' }
    await transaction(office.pool.db, (tx) => notify(tx, { now: new Date(), enqueue }, [accountId], told))
  }
}

const PUBLIC = 'https://duizhao.linjiang.example/'

it('a mail says how many notifications wait and where to read them, and nothing that is to stay inside', async () => {
  const server = await mailServer()
  await setMail({ isOn: true, from: 'duizhao@linjiang.example' })
  const { accountId, notificationIds } = await tell('li@linjiang.example', '整改问题：河道巡查记录缺失')
  await tellMore(accountId, notificationIds, ['督办：水库除险加固', '延期已批准'])
  for (const id of notificationIds) await send(server.url, id, { publicUrl: PUBLIC })
  expect(server.mails).toHaveLength(1)
  const [mail] = server.mails
  expect(mail).toMatchObject({
    from: 'duizhao@linjiang.example',
    to: ['li@linjiang.example'],
    headers: {
      from: '临江市委组织部 <duizhao@linjiang.example>',
      to: 'li@linjiang.example',
      subject: '对照里有 3 条消息没有读',
    },
  })
  expect(mail?.text).toContain(`请登录系统查看：${PUBLIC}`)
  for (const words of ['河道', '水库', '延期', '/own-record']) expect(JSON.stringify(mail)).not.toContain(words)
})

it('goes over TLS or not at all, unless the settings say otherwise', async () => {
  const server = await mailServer()
  await setMail({ isOn: true, from: 'duizhao@linjiang.example' })
  const { notificationIds } = await tell('tls@linjiang.example', '获得授权')
  const id = notificationIds[0] ?? ''
  await expect(send(server.url, id, { isMailTlsRequired: true })).rejects.toThrow(/STARTTLS|TLS/)
  expect(server.mails).toEqual([])
  expect([readConfig({}).isMailTlsRequired, readConfig({ DUIZHAO_SMTP_TLS: 'false' }).isMailTlsRequired]).toEqual([
    true,
    false,
  ])
  await send(server.url, id)
  expect(server.mails).toHaveLength(1)
})

it('sends nothing to who has no address or has read it, nor while mail is off or not set up', async () => {
  const server = await mailServer()
  await setMail({ isOn: true, from: 'duizhao@linjiang.example' })
  const homeless = await tell('', '没有邮箱')
  const reader = await tell('wang@linjiang.example', '已经读过')
  await transaction(office.pool.db, (tx) => markRead(tx, reader.accountId, null, new Date()))
  const waiting = await tell('zhao@linjiang.example', '没有开通邮件')
  for (const id of [...homeless.notificationIds, ...reader.notificationIds, newId()]) await send(server.url, id)
  for (const id of waiting.notificationIds) await send(undefined, id)
  await setMail({ isOn: false, from: 'duizhao@linjiang.example' })
  for (const id of waiting.notificationIds) await send(server.url, id)
  await setMail({ isOn: true, from: '' })
  for (const id of waiting.notificationIds) await send(server.url, id)
  expect(server.mails).toEqual([])
})

it('fails, so that the job is tried again, if the mail server refuses or is not there', async () => {
  await setMail({ isOn: true, from: 'duizhao@linjiang.example' })
  const { notificationIds } = await tell('gone@linjiang.example', '退信')
  const id = notificationIds[0] ?? ''
  const refusing = await mailServer({ refuses: true })
  await expect(send(refusing.url, id)).rejects.toThrow('no such mailbox')
  await refusing.close()
  await expect(send(refusing.url, id)).rejects.toThrow('ECONNREFUSED')
})
