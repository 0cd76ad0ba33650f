import { createTransport } from 'nodemailer'
import type { ServerConfig } from '../config.ts'
import type { Job } from '../jobs/index.ts'
import { readSettings } from '../settings/index.ts'
import { countUnread, MOST_COUNTED, recipientOf } from './queries.ts'

/**
 * Tells somebody by mail how many notifications wait for them: for the newest of them only, and if mail is set up and on,
 * they have an address, and have not read it yet. Fails if the mail server speaks no TLS, unless the settings allow that.
 */
export const sendMail: Job<{ readonly notificationId: string }> = {
  name: 'send-mail',
  async work({ db, config }, { notificationId }) {
    const { mail, officeName } = await readSettings(db)
    if (config.smtpUrl === undefined || !mail.isOn || mail.from === '') return
    const recipient = await recipientOf(db, notificationId)
    if (!recipient || recipient.email === '') return
    const unread = await countUnread(db, recipient.accountId)
    await createTransport(transportOf(config)).sendMail({
      from: { name: officeName, address: mail.from },
      to: recipient.email,
      ...wordsOf(unread, config),
    })
  },
}

/** How mail is sent: over TLS, from the beginning (smtps) or after STARTTLS, and to nobody else's certificate. */
export function transportOf({ smtpUrl, isMailTlsRequired }: ServerConfig) {
  return { url: smtpUrl, requireTLS: isMailTlsRequired }
}

/** Neither titles nor problems: mail is read, kept and passed on outside the system. */
function wordsOf(unread: number, { publicUrl }: ServerConfig): { readonly subject: string; readonly text: string } {
  const count = unread < MOST_COUNTED ? `${unread} 条` : `${MOST_COUNTED} 条以上`
  const where = publicUrl === undefined ? '' : `：${publicUrl}`
  return {
    subject: `对照里有 ${count}消息没有读`,
    text: `对照里有 ${count}消息没有读，请登录系统查看${where}\n\n这是系统发出的邮件，请勿回复。`,
  }
}
