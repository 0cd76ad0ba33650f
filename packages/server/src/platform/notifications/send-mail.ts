import { createTransport } from 'nodemailer'
import type { Job } from '../jobs/index.ts'
import { readSettings } from '../settings/index.ts'
import { notificationForMail } from './queries.ts'

/** Sends a notification by mail, if mail is set up and on, the person has an address, and they have not read it yet. */
export const sendMail: Job<{ readonly notificationId: string }> = {
  name: 'send-mail',
  async work({ db, config: { smtpUrl } }, { notificationId }) {
    const { mail, officeName } = await readSettings(db)
    if (smtpUrl === undefined || !mail.isOn || mail.from === '') return
    const notification = await notificationForMail(db, notificationId)
    if (!notification || notification.email === '') return
    const transport = createTransport(smtpUrl)
    await transport.sendMail({
      from: { name: officeName, address: mail.from },
      to: notification.email,
      subject: notification.title,
      // No link and no content: mail is read outside the system.
      text: `${notification.title}\n\n请登录系统查看。这是系统发出的邮件，请勿回复。`,
    })
  },
}
