import {
  defaultApprovalChains,
  endpoints,
  problemSources,
  type ProblemDetail,
  type ProblemSource,
  type Role,
} from '@duizhao/contract'
import { setApprovals } from './approvals.ts'
import { type Caller, signInAs } from './client.ts'
import { importRows, someProblem } from './ledger.ts'
import { type Employee, type Office, PASSWORD, type Registered } from './office.ts'

/** Those over the whole city who bring about what a call is about. */
export interface Crew {
  readonly admin: Caller
  readonly security: Caller
  readonly organiser: Caller
  readonly handler: Caller
  readonly head: Caller
}

/** Where a call is made: what it is about lies at `place`, and `caller` is about to make it. */
export interface Scene {
  readonly office: Office
  readonly crew: Crew
  readonly place: Office['city']
  readonly caller: Employee
  /** Whether they may; then they do themselves what has to have been done by whoever calls. */
  readonly mayCall: boolean
  readonly role: Role
}

/** Strike-offs of these sources are approved by one person, of the role named: each approving role has its own. */
const APPROVERS: Partial<Record<ProblemSource, Role>> = { meeting: 'head', criticism: 'organiser', opinion: 'reviewer' }

/** Of which source a problem has to be for the role to approve its strike-off. */
export function sourceApprovedBy(role: Role): ProblemSource {
  return problemSources.find((source) => APPROVERS[source] === role) ?? 'meeting'
}

/** Employs the crew, and sets who approves what. */
export async function openCrew(office: Office): Promise<Crew> {
  const over = async (role: Role): Promise<Caller> => {
    const { login } = await office.register(office.city, role)
    return signInAs(office.app, login, PASSWORD, fromAnywhere())
  }
  const admin = await over('system_admin')
  const chains = Object.entries(APPROVERS).map(([source, role]) => [
    source,
    [{ name: '核验', role, isSuperior: false }],
  ])
  const approvals = { ...defaultApprovalChains, ...Object.fromEntries(chains) }
  const security = await over('security_admin')
  await setApprovals(admin, security, approvals)
  return {
    admin,
    security,
    organiser: await over('organiser'),
    handler: await over('handler'),
    head: await over('head'),
  }
}

let machines = 0

/** Another machine for every request: the crew makes more of them a minute than one address may. */
function fromAnywhere(): () => string {
  return () => {
    machines += 1
    return `10.1.${(machines >> 8) & 255}.${machines & 255}`
  }
}

export function today(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** Someone of the place who has not been there before. */
export function newcomer({ office, place }: Scene): Promise<Registered> {
  return office.register(place, 'member')
}

/** An empty organisation below the place. */
export function newOrganisation({ office, place }: Scene): Promise<Office['city']> {
  organisations += 1
  return office.addOrganisation(place, `第 ${organisations} 科室`, 'department')
}

let organisations = 0

export function registered(scene: Scene, source: ProblemSource = 'other'): Promise<ProblemDetail> {
  const params = { organisationId: scene.place.id }
  return scene.crew.organiser.call(endpoints.registerProblem, { params, body: someProblem(source) })
}

export async function assigned(scene: Scene, source?: ProblemSource): Promise<ProblemDetail> {
  const { id } = await registered(scene, source)
  const { personId } = await newcomer(scene)
  const body = { leadId: personId, handlerId: null, class: 'dated' as const, dueOn: '2099-06-30' }
  return scene.crew.organiser.call(endpoints.assignProblem, { params: { problemId: id }, body })
}

export async function rectifying(scene: Scene, source?: ProblemSource): Promise<ProblemDetail> {
  const { id } = await assigned(scene, source)
  const body = { on: today(), text: '已经补齐记录并建账' }
  return scene.crew.handler.call(endpoints.reportProgress, { params: { problemId: id }, body })
}

/** A strike-off is asked for, with a reason for what is not there yet. */
export async function requested(
  scene: Scene,
  source?: ProblemSource,
  by: Caller = scene.crew.handler,
): Promise<ProblemDetail> {
  const { id } = await rectifying(scene, source)
  const body = { result: '补齐记录 12 次', exception: '上级已经现场核实' }
  return by.call(endpoints.requestStrikeOff, { params: { problemId: id }, body })
}

export async function struckOff(scene: Scene): Promise<ProblemDetail> {
  const { id } = await requested(scene, 'meeting')
  return scene.crew.head.call(endpoints.approveStrikeOff, { params: { problemId: id }, body: { opinion: '属实' } })
}

/** A piece of evidence of a problem being rectified. */
export async function evidence(scene: Scene): Promise<string> {
  const { id } = await assigned(scene)
  const { evidence: all } = await scene.crew.handler.call(endpoints.addEvidence, {
    params: { problemId: id },
    query: { datedOn: today() },
    file: new File([`巡查记录 ${id}`], '记录.txt'),
  })
  return all[0]?.id ?? ''
}

/** A notice that waits for its answer. */
export async function notice(scene: Scene): Promise<string> {
  const { id: problemId } = await assigned(scene)
  const body = { kind: 'remind' as const, answerDueOn: '2099-01-05' }
  const { id } = await scene.crew.organiser.call(endpoints.issueNotice, { params: { problemId }, body })
  return id
}

/** What a list brought as struck off, and nobody has confirmed. */
export async function importedAsDone({ crew, place }: Scene): Promise<ProblemDetail> {
  const { text } = someProblem()
  await importRows(crew.organiser, place, [[1, '其他', text, '每周巡查', '2026年1月5日', '', '已销号']])
  const { items } = await crew.organiser.call(endpoints.listProblems, { query: { text, standing: 'claimed' } })
  const id = items.find((each) => each.text === text)?.id ?? ''
  return crew.organiser.call(endpoints.readProblem, { params: { problemId: id } })
}
