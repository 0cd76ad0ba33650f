import { ProblemFields } from '@duizhao/contract'
import { dateInChina } from '../../platform/calendar/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import {
  addEvidence,
  approveStrikeOff,
  assignProblem,
  changeProblem,
  citeEvidence,
  decideExtension,
  heirsOf,
  lookBack,
  measuresOf,
  planMeasures,
  problemById,
  type ProblemRow,
  registerProblem,
  reportProgress,
  requestExtension,
  requestStrikeOff,
  returnProblem,
  transferProblem,
  withdrawStrikeOff,
} from '../../loop/ledger/index.ts'
import { answerNotice, issueNotice } from '../../loop/supervision/index.ts'
import type { CityAct, CityProblem } from './city.ts'
import type { Cast } from './enter-office.ts'

/** What the acts played so far have left behind. */
export interface Played {
  /** Ids of problems by their keys. */
  readonly problems: Map<string, string>
  /** Ids of records by their keys. */
  readonly records: Map<string, string>
  /** Ids of notices by the key of their problem and their kind. */
  readonly notices: Map<string, string>
}

interface Scene extends Played {
  readonly context: ActorContext
  readonly cast: Cast
  readonly problem: CityProblem
}

type Play<N extends CityAct['act']> = (scene: Scene, act: Extract<CityAct, { act: N }>) => Promise<unknown>

/** Plays one act of a problem's story: the use case that the service has for it. Throws what the use case refuses. */
export function playAct(scene: Scene, act: CityAct): Promise<unknown> {
  return (plays[act.act] as Play<CityAct['act']>)(scene, act)
}

const plays: { readonly [N in CityAct['act']]: Play<N> } = {
  async register({ context, cast, problem, problems, records }, { origin: from }) {
    const origin =
      from === undefined ? null : { of: 'record' as const, recordId: recordOf(records, from.record), topic: from.topic }
    const given = { ...ProblemFields.parse(problem), inspectionId: null, origin, aboutId: null }
    problems.set(problem.key, await registerProblem(context, cast.place(problem.organisation), given))
  },
  async findRelapse({ context, problem, problems }, { of, found }) {
    const before = await rowOf(context, problems.get(of))
    await lookBack(context, before.id, { isEffective: false, found, early: '' })
    const [heir] = await heirsOf(context.db, before)
    if (heir) problems.set(problem.key, heir.id)
  },
  async change(scene) {
    const { id, version } = await own(scene)
    return changeProblem(scene.context, id, { ...ProblemFields.parse(scene.problem), version })
  },
  transfer: async (scene, { to, reason }) =>
    transferProblem(scene.context, idOf(scene), { organisationId: scene.cast.place(to), reason }),
  async assign(scene, { lead, handler }) {
    const { class: kind, dueOn } = scene.problem
    const handlerId = handler === null ? null : scene.cast.person(handler).id
    const assignment = { leadId: scene.cast.person(lead).id, handlerId, class: kind, dueOn }
    return assignProblem(scene.context, idOf(scene), assignment)
  },
  async planMeasures(scene) {
    const { id, version } = await own(scene)
    const measures = scene.problem.measures.map(({ responsible, ...fields }) => {
      const { name, position } = scene.cast.person(responsible)
      return { ...fields, id: null, responsible: `${name}，${position}`, doneOn: null }
    })
    return planMeasures(scene.context, id, { measures, version })
  },
  async reportProgress(scene, { text, done }) {
    const doneMeasureIds = await measuresBy(scene, done)
    return reportProgress(scene.context, idOf(scene), { on: dateInChina(scene.context.now), text, doneMeasureIds })
  },
  async addEvidence(scene, { name, kind, measure, text }) {
    const file = { name, bytes: new TextEncoder().encode(text) }
    const [measureId] = await measuresBy(scene, measure === undefined ? [] : [measure])
    return addEvidence(scene.context, idOf(scene), { file, kind, datedOn: dateInChina(scene.context.now), measureId })
  },
  async citeEvidence(scene, { record, kind, measure }) {
    const [measureId = null] = await measuresBy(scene, measure === undefined ? [] : [measure])
    const id = recordOf(scene.records, record)
    return citeEvidence(scene.context, idOf(scene), { of: 'record', id, kind, measureId })
  },
  requestExtension: (scene, { until, reason }) => requestExtension(scene.context, idOf(scene), { until, reason }),
  decideExtension: (scene, { isGranted, reason }) => decideExtension(scene.context, idOf(scene), { isGranted, reason }),
  requestStrikeOff: (scene, { result, exception }) =>
    requestStrikeOff(scene.context, idOf(scene), { result, exception }),
  withdrawStrikeOff: (scene, { reason }) => withdrawStrikeOff(scene.context, idOf(scene), reason),
  approve: (scene, { opinion }) => approveStrikeOff(scene.context, idOf(scene), opinion),
  return: (scene, { reason }) => returnProblem(scene.context, idOf(scene), reason),
  proveEffective: (scene, { found }) => lookBack(scene.context, idOf(scene), { isEffective: true, found, early: '' }),
  async issueNotice(scene, { kind, answerDueOn, text }) {
    const { id } = await issueNotice(scene.context, idOf(scene), { kind, answerDueOn, text })
    scene.notices.set(`${scene.problem.key} ${kind}`, id)
  },
  answerNotice: (scene, { kind, answer }) =>
    answerNotice(scene.context, scene.notices.get(`${scene.problem.key} ${kind}`) ?? '', answer),
}

function idOf({ problem, problems }: Scene): string {
  const id = problems.get(problem.key)
  if (id === undefined) throw new Error('还没有登记')
  return id
}

function recordOf(records: Scene['records'], key: string): string {
  const id = records.get(key)
  if (id === undefined) throw new Error(`那时还没有记 ${key}`)
  return id
}

function own(scene: Scene): Promise<ProblemRow> {
  return rowOf(scene.context, idOf(scene))
}

async function rowOf({ db }: ActorContext, id: string | undefined): Promise<ProblemRow> {
  const row = id === undefined ? undefined : await problemById(db, id)
  if (!row) throw new Error('没有这个问题')
  return row
}

/** Ids of measures by their numbers. */
async function measuresBy(scene: Scene, numbers: readonly number[]): Promise<string[]> {
  if (numbers.length === 0) return []
  const measures = await measuresOf(scene.context.db, idOf(scene))
  return numbers.map((number) => {
    const measure = measures[number - 1]
    if (!measure) throw new Error(`没有第 ${number} 条措施`)
    return measure.id
  })
}
