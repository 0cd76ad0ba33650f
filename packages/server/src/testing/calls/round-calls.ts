import { endpoints, type RoundDetail, type RoundOpinion, type Votes } from '@duizhao/contract'
import { stranger } from '../client.ts'
import { answer, closed, codesOf, openedRound, preparedRound, someRound, vote } from '../rounds.ts'
import { givePost } from '../records.ts'
import { newcomer, type Scene } from '../scene.ts'
import type { Calls } from './call.ts'

const atPlace = async ({ place }: Scene) => ({ params: { organisationId: place.id } })
const prepared = ({ crew, place }: Scene, more = {}) => preparedRound(crew.organiser, place.id, more)
const opened = ({ crew, place }: Scene) => openedRound(crew.organiser, place.id)
const about = ({ id }: Pick<RoundDetail, 'id'>) => ({ params: { roundId: id } })

/** A round of three, which can only be entered by hand. */
const small = (scene: Scene) => prepared(scene, { groups: [{ name: '支部党员', invited: 3 }] })

async function typed(scene: Scene, roundId: string): Promise<RoundOpinion> {
  const given = { params: { roundId }, body: { text: '会议室的灯坏了半年没有修' } }
  return scene.crew.organiser.call(endpoints.enterOpinion, given)
}

async function aboutOpinion(scene: Scene) {
  const { id, version } = await typed(scene, (await small(scene)).id)
  return { params: { opinionId: id }, version }
}

/** A slip of a round whose results are told. */
async function toldCode(scene: Scene): Promise<string> {
  const { organiser } = scene.crew
  const round = await opened(scene)
  const [[code = ''] = []] = codesOf(round)
  const over = await closed(organiser, round)
  await organiser.call(endpoints.publishRound, { ...about(over), body: { version: over.version } })
  return code
}

const ALL_EXCELLENT: Votes = { excellent: 3, qualified: 0, basic: 0, unqualified: 0 }

/** A ballot of three on the team, on paper. */
const onPaper = (scene: Scene) => prepared(scene, { kind: 'assessment', groups: [{ name: '中层干部', invited: 3 }] })

async function counted(scene: Scene): Promise<RoundDetail> {
  const { id, version } = await onPaper(scene)
  const rows = [{ aboutId: null, votes: ALL_EXCELLENT }]
  return scene.crew.organiser.call(endpoints.enterVotes, {
    params: { roundId: id },
    body: { answered: 3, rows, version },
  })
}

let branches = 0

/** An appraisal on paper in a branch of one member, counted. */
async function appraised(scene: Scene): Promise<{ readonly round: RoundDetail; readonly personId: string }> {
  const { office, place, crew } = scene
  branches += 1
  const branch = await office.addOrganisation(place, `机关第${branches}党支部`, 'branch')
  const { personId } = await newcomer(scene)
  await givePost(office, { personId, bodyId: branch.id, role: 'party_member' })
  const groups = [{ name: '支部党员', invited: 1 }]
  const { id, version } = await preparedRound(crew.organiser, branch.id, { kind: 'appraisal', groups })
  const rows = [{ aboutId: personId, votes: { ...ALL_EXCELLENT, excellent: 1 } }]
  const body = { answered: 1, rows, version }
  return { round: await crew.organiser.call(endpoints.enterVotes, { params: { roundId: id }, body }), personId }
}

export const roundCalls = {
  listRounds: atPlace,
  createRound: async (scene) => ({ ...(await atPlace(scene)), body: someRound() }),
  readRound: async (scene) => about(await prepared(scene)),
  changeRound: async (scene) => {
    const round = await prepared(scene)
    return { ...about(round), body: { ...someRound(), version: round.version } }
  },
  openRound: async (scene) => {
    const round = await prepared(scene)
    return { ...about(round), body: { version: round.version } }
  },
  closeRound: async (scene) => {
    const { round, keys } = await opened(scene)
    return { ...about(round), body: { keys: keys.slice(1), version: round.version } }
  },
  voidRound: async (scene) => {
    const round = await prepared(scene)
    return { ...about(round), body: { reason: '改为当面征求', version: round.version } }
  },
  publishRound: async (scene) => {
    const round = await closed(scene.crew.organiser, await opened(scene))
    return { ...about(round), body: { version: round.version } }
  },
  listOpinions: async (scene) => {
    const round = await small(scene)
    await typed(scene, round.id)
    return about(round)
  },
  roundSummary: async (scene) => about(await closed(scene.crew.organiser, await opened(scene))),
  enterOpinion: async (scene) => ({ ...about(await small(scene)), body: { text: '窗口排队太久，请加一个窗口' } }),
  endOpinion: async (scene) => {
    const { params, version } = await aboutOpinion(scene)
    return { params, body: { ending: 'explained', reason: '灯已经换了，会上说明', version } }
  },
  registerOpinion: async (scene) => {
    const { params, version } = await aboutOpinion(scene)
    return { params, body: { text: '会议室的灯半年没有修', class: 'dated', dueOn: '2099-06-30', version } }
  },
  enterVotes: async (scene) => {
    const round = await onPaper(scene)
    const body = { answered: 3, rows: [{ aboutId: null, votes: ALL_EXCELLENT }], version: round.version }
    return { ...about(round), body }
  },
  decideGrades: async (scene) => {
    const { round, personId } = await appraised(scene)
    return { ...about(round), body: { grades: [{ personId, grade: 'qualified' }], version: round.version } }
  },
  ballotPaper: async (scene) => about(await counted(scene)),
  sendBallot: async (scene) => {
    const round = await openedRound(scene.crew.organiser, scene.place.id, { kind: 'assessment' })
    const [[code = '', other = ''] = []] = codesOf(round)
    await vote(stranger(scene.office.app), other, [{ aboutId: null, grade: 'basic' }])
    return { body: { code, choices: [{ aboutId: null, grade: 'excellent' }] } }
  },
  readAnswerForm: async (scene) => {
    const [[code = ''] = []] = codesOf(await opened(scene))
    return { body: { code } }
  },
  sendAnswer: async (scene) => {
    const [[code = '', other = ''] = []] = codesOf(await opened(scene))
    await answer(stranger(scene.office.app), other, '通知发得太晚')
    return { body: { code, opinions: [{ text: '会议太多' }] } }
  },
  listAnswerResults: async (scene) => ({ body: { code: await toldCode(scene) } }),
} satisfies Partial<Calls>
