import * as audit from './audit/endpoints.ts'
import type { Endpoint } from './endpoint.ts'
import * as home from './home/endpoints.ts'
import * as identity from './identity/endpoints.ts'
import * as acts from './ledger/act-endpoints.ts'
import * as ledgerImport from './ledger/ledger-import.ts'
import * as notices from './ledger/notice-endpoints.ts'
import * as problems from './ledger/problem-endpoints.ts'
import { problemActionNames } from './ledger/problem-machine.ts'
import * as notifications from './notifications/endpoints.ts'
import * as organisation from './organisation/endpoints.ts'
import * as organisationImport from './organisation/import.ts'
import * as search from './search/endpoints.ts'
import * as settings from './settings/endpoints.ts'

/** Every endpoint by its name. */
export const endpoints = {
  signIn: identity.signIn,
  readSession: identity.readSession,
  signOut: identity.signOut,
  listSessions: identity.listSessions,
  signOutEverywhere: identity.signOutEverywhere,
  changePassword: identity.changePassword,
  listRootOrganisations: organisation.listRootOrganisations,
  listChildOrganisations: organisation.listChildOrganisations,
  readOrganisation: organisation.readOrganisation,
  createOrganisation: organisation.createOrganisation,
  changeOrganisation: organisation.changeOrganisation,
  moveOrganisation: organisation.moveOrganisation,
  removeOrganisation: organisation.removeOrganisation,
  listPeople: organisation.listPeople,
  createPerson: organisation.createPerson,
  changePerson: organisation.changePerson,
  removePerson: organisation.removePerson,
  openAccount: organisation.openAccount,
  disableAccount: organisation.disableAccount,
  enableAccount: organisation.enableAccount,
  unlockAccount: organisation.unlockAccount,
  resetPassword: organisation.resetPassword,
  listGrants: organisation.listGrants,
  grantRole: organisation.grantRole,
  revokeGrant: organisation.revokeGrant,
  previewImport: organisationImport.previewImport,
  confirmImport: organisationImport.confirmImport,
  importForm: organisationImport.importForm,
  listAuditEntries: audit.listAuditEntries,
  verifyAudit: audit.verifyAudit,
  search: search.search,
  listNotifications: notifications.listNotifications,
  readNotifications: notifications.readNotifications,
  readSettings: settings.readSettings,
  changeSettings: settings.changeSettings,
  readHome: home.readHome,
  readOwnRecord: home.readOwnRecord,
  listProblems: problems.listProblems,
  readProblem: problems.readProblem,
  listProblemEvents: problems.listProblemEvents,
  registerProblem: problems.registerProblem,
  readLedgerStatistics: problems.readLedgerStatistics,
  readLedgerBreakdown: problems.readLedgerBreakdown,
  listProblemsAsOf: problems.listProblemsAsOf,
  exportLedger: problems.exportLedger,
  ledgerSummary: problems.ledgerSummary,
  problemFile: problems.problemFile,
  changeProblem: acts.changeProblem,
  assignProblem: acts.assignProblem,
  assignProblems: acts.assignProblems,
  planMeasures: acts.planMeasures,
  reportProgress: acts.reportProgress,
  addEvidence: acts.addEvidence,
  readEvidence: acts.readEvidence,
  removeEvidence: acts.removeEvidence,
  requestExtension: acts.requestExtension,
  decideExtension: acts.decideExtension,
  requestStrikeOff: acts.requestStrikeOff,
  withdrawStrikeOff: acts.withdrawStrikeOff,
  approveStrikeOff: acts.approveStrikeOff,
  returnProblem: acts.returnProblem,
  lookBack: acts.lookBack,
  drawLookBackSample: acts.drawLookBackSample,
  transferProblem: acts.transferProblem,
  mergeProblem: acts.mergeProblem,
  splitProblem: acts.splitProblem,
  listNotices: notices.listNotices,
  issueNotice: notices.issueNotice,
  answerNotice: notices.answerNotice,
  noticeDocument: notices.noticeDocument,
  setNoticeTemplate: notices.setNoticeTemplate,
  listInspections: notices.listInspections,
  registerInspection: notices.registerInspection,
  setHoliday: notices.setHoliday,
  readCalendar: notices.readCalendar,
  previewLedgerImport: ledgerImport.previewLedgerImport,
  confirmLedgerImport: ledgerImport.confirmLedgerImport,
} as const satisfies Readonly<Record<string, Endpoint>>

/** What the actions are called where a reader meets them, from the endpoints and from what happens without a request. */
export const actionNames: Readonly<Record<string, string>> = {
  ...Object.fromEntries(Object.values(endpoints).map(({ action, summary }) => [action, summary])),
  ...Object.fromEntries(Object.entries(problemActionNames).map(([action, name]) => [`ledger.${action}`, name])),
  'identity.lock': '账号因连续输错被锁定',
  'system.start': '系统启动',
  'system.setUp': '首次设置',
  'system.backup': '备份',
  'system.restore': '恢复',
  'ledger.remind': '到期提醒',
}
