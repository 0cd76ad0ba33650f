import { dirname } from 'node:path'
import { endpoints } from '@duizhao/contract'
import { writeAnchor } from '../../platform/audit/index.ts'
import { PASSWORD } from '../office.ts'
import { registered, type Scene } from '../scene.ts'
import { codeOf, setUpDevice } from '../second-factor.ts'
import type { Calls } from './call.ts'

/** The password and a recovery code of who is about to call. */
async function withDevice({ caller }: Scene) {
  const { recoveryCodes } = await setUpDevice(caller)
  return { body: { password: PASSWORD, code: recoveryCodes[0] ?? '' } }
}

/** About oneself or the whole office: no place in the tree matters. */
export const platformCalls = {
  signIn: async ({ caller }) => ({ body: { login: caller.login, password: PASSWORD } }),
  readSession: async () => ({}),
  signOut: async () => ({}),
  listSessions: async () => ({}),
  signOutEverywhere: async () => ({}),
  changePassword: async () => ({ body: { current: PASSWORD, next: `${PASSWORD}-new` } }),
  beginSecondFactor: async () => ({ body: { password: PASSWORD } }),
  turnOnSecondFactor: async ({ caller }) => {
    const { secret } = await caller.call(endpoints.beginSecondFactor, { body: { password: PASSWORD } })
    return { body: { code: codeOf(secret) } }
  },
  turnOffSecondFactor: withDevice,
  renewRecoveryCodes: withDevice,
  acknowledgeResets: async () => ({}),
  readHome: async () => ({}),
  readHomeFacts: async () => ({}),
  readOwnRecord: async () => ({}),
  listOwnRecords: async () => ({}),
  listOwnMeetings: async () => ({}),
  listOwnMatters: async () => ({}),
  listOwnOpinions: async () => ({}),
  listOwnBallots: async () => ({}),
  listCampaignTemplates: async () => ({}),
  readOwnDuties: async () => ({ query: { year: 2026 } }),
  listViews: async () => ({}),
  saveView: async () => ({ body: { name: '本月到期', search: { standing: 'open' } } }),
  removeView: async ({ caller, crew, mayCall }) => {
    const by = mayCall ? caller : crew.organiser
    const { id } = await by.call(endpoints.saveView, { body: { name: '用不着的', search: {} } })
    return { params: { viewId: id } }
  },
  findEntries: async () => ({ query: { text: '水务' } }),
  listNotifications: async () => ({}),
  readNotifications: async (scene) => {
    const { id: problemId } = await registered(scene)
    const leadId = scene.caller.session.person.id
    const body = { leadId, handlerId: null, class: 'dated' as const, dueOn: '2099-06-30' }
    await scene.crew.organiser.call(endpoints.assignProblem, { params: { problemId }, body })
    return { body: { ids: null } }
  },
  listAuditEntries: async () => ({}),
  readAuditHead: async () => ({}),
  verifyAudit: async ({ office: { pool, filesFolder } }) => {
    const at = { dataFolder: dirname(filesFolder), anchorFile: undefined }
    await writeAnchor(pool.db, at, { occasion: 'start', now: new Date() })
    return {}
  },
  listDamagedFiles: async () => ({}),
  verifyFiles: async () => ({}),
  readSettings: async () => ({}),
  changeSettings: async ({ crew }) => {
    const { mailIsConfigured: _, ...body } = await crew.admin.call(endpoints.readSettings, {})
    return { body }
  },
  decideApprovals: async ({ crew }) => {
    const { mailIsConfigured: _, ...before } = await crew.admin.call(endpoints.readSettings, {})
    const other = before.approvals.other.map(
      (step) => ({ ...step, role: step.role === 'head' ? 'organiser' : 'head' }) as const,
    )
    const body = { ...before, approvals: { ...before.approvals, other } }
    const { version } = await crew.admin.call(endpoints.changeSettings, { body })
    return { body: { isAccepted: false, version } }
  },
  changeSecuritySettings: async ({ crew }) => {
    const { mailIsConfigured: _, ...body } = await crew.admin.call(endpoints.readSettings, {})
    return { body }
  },
  setCalendarDay: async () => ({ params: { date: '2026-10-01' }, body: { isWorkday: true } }),
  readCalendar: async () => ({ query: { year: 2026 } }),
  listPasswordResets: async () => ({}),
  listOrganisationRoots: async () => ({}),
  importForm: async () => ({}),
  postImportForm: async () => ({}),
} satisfies Partial<Calls>
