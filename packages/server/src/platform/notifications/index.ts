export { notify } from './notify.ts'
export { notificationRoutes } from './routes.ts'
export { sendMail } from './send-mail.ts'
