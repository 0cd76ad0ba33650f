import { endpoints, type PaperDetail } from '@duizhao/contract'
import type { Caller } from '../client.ts'
import { someRecord } from '../records.ts'
import type { Scene } from '../scene.ts'
import type { Calls } from './call.ts'

let handedIn = 0

/** A short report, another each time. */
export function paperFile(): File {
  handedIn += 1
  return new File([`关于第 ${handedIn} 次检查情况的报告\n\n检查了 3 个科室，发现问题 2 个。\n`], `报告${handedIn}.txt`)
}

/** A paper of the place, drafted by somebody. */
export function drafted(by: Caller, { place }: Scene): Promise<PaperDetail> {
  return by.call(endpoints.createPaper, { params: { organisationId: place.id }, file: paperFile() })
}

async function submitted(by: Caller, scene: Scene): Promise<PaperDetail> {
  const { paper } = await drafted(by, scene)
  return by.call(endpoints.submitPaper, { params: { paperId: paper.id } })
}

/** A paper of the place that was approved. */
export async function approvedPaper(scene: Scene): Promise<PaperDetail> {
  const paper = await submitted(scene.crew.handler, scene)
  return scene.crew.head.call(endpoints.approvePaper, approval(paper))
}

const about = ({ paper }: PaperDetail) => ({ params: { paperId: paper.id } })
/** What approves a paper as it was seen. */
const approval = (seen: PaperDetail) => ({ ...about(seen), body: { opinion: '同意', version: seen.paper.version } })
/** Who drafts a paper may change it: whoever is about to call, if they may. */
export const author = ({ mayCall, caller, crew }: Scene): Caller => (mayCall ? caller : crew.handler)

const DAYS = { from: '2026-01-01', to: '2026-12-31' }
/** A meeting of the place. */
const meeting = ({ crew, place }: Scene) =>
  crew.organiser.call(endpoints.createRecord, { params: { organisationId: place.id }, body: someRecord() })

/** A batch of whoever is about to call, if they may; it is for nobody else. */
async function batch(scene: Scene) {
  const by = author(scene)
  const { id } = await by.call(endpoints.beginPaperBatch, { params: { organisationId: scene.place.id } })
  return { by, params: { batchId: id } }
}

async function batched(scene: Scene) {
  const { by, params } = await batch(scene)
  const { files } = await by.call(endpoints.addToPaperBatch, { params, file: paperFile() })
  return { params, fileId: files[0]?.id ?? '' }
}

export const paperCalls = {
  beginPaperBatch: async ({ place }) => ({ params: { organisationId: place.id } }),
  listPaperBatches: async ({ place }) => ({ params: { organisationId: place.id } }),
  readPaperBatch: async (scene) => ({ params: (await batched(scene)).params }),
  addToPaperBatch: async (scene) => ({ params: (await batch(scene)).params, file: paperFile() }),
  readBatchFile: async (scene) => ({ params: { fileId: (await batched(scene)).fileId } }),
  enterPaperBatch: async (scene) => {
    const { params, fileId } = await batched(scene)
    const choice = { as: 'new' as const, fileId, kind: 'other' as const, title: '检查情况的报告', personId: null }
    return { params, body: { choices: [choice] } }
  },
  removePaperBatch: async (scene) => ({ params: (await batch(scene)).params }),
  listFigures: async ({ place }) => ({ params: { organisationId: place.id }, query: DAYS }),
  readFigure: async ({ place }) => ({ params: { organisationId: place.id, figure: 'studies' }, query: DAYS }),
  readPaperFigures: async (scene) => ({
    params: { versionId: (await approvedPaper(scene)).versions[0]?.id ?? '' },
    query: DAYS,
  }),
  keepPaperFigures: async (scene) => {
    const file = new File(['全年集中学习12次。\n'], '总结.txt')
    const params = { organisationId: scene.place.id }
    const { versions } = await author(scene).call(endpoints.createPaper, { params, file })
    return { params: { versionId: versions[0]?.id ?? '' }, body: DAYS }
  },
  listPapers: async ({ place }) => ({ params: { organisationId: place.id } }),
  createPaper: async ({ place }) => ({ params: { organisationId: place.id }, file: paperFile() }),
  readPaper: async (scene) => about(await approvedPaper(scene)),
  changePaper: async (scene) => {
    const draft = await drafted(author(scene), scene)
    const { kind, title, version } = draft.paper
    return { ...about(draft), body: { kind, title, subject: '年度检查', version } }
  },
  addPaperVersion: async (scene) => ({ ...about(await drafted(author(scene), scene)), file: paperFile() }),
  readPaperVersion: async (scene) => ({ params: { versionId: (await approvedPaper(scene)).versions[0]?.id ?? '' } }),
  readPaperText: async (scene) => ({ params: { versionId: (await approvedPaper(scene)).versions[0]?.id ?? '' } }),
  listStudyRecords: async (scene) => about(await approvedPaper(scene)),
  studyPaper: async (scene) => ({
    ...about(await drafted(author(scene), scene)),
    body: { ordinal: 1, recordId: (await meeting(scene)).id },
  }),
  listStudiedPapers: async (scene) => ({ params: { recordId: (await meeting(scene)).id } }),
  submitPaper: async (scene) => about(await drafted(author(scene), scene)),
  recallPaper: async (scene) => about(await submitted(author(scene), scene)),
  returnPaper: async (scene) => {
    const seen = await submitted(scene.crew.handler, scene)
    return { ...about(seen), body: { reason: '数字与台账不符', version: seen.paper.version } }
  },
  approvePaper: async (scene) => approval(await submitted(scene.crew.handler, scene)),
  issuePaper: async (scene) => ({
    ...about(await approvedPaper(scene)),
    body: { number: '江编办〔2026〕3号', issuedOn: '2026-01-05' },
  }),
  voidPaper: async (scene) => ({ ...about(await drafted(author(scene), scene)), body: { reason: '不再需要' } }),
} satisfies Partial<Calls>
