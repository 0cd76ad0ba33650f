import { endpoints } from '@duizhao/contract'
import { officialDocument, writeXlsx } from '@duizhao/report'
import { someRecord } from '../records.ts'
import { allNew, handedByAll, paperOf, someProblem } from '../ledger.ts'
import {
  assigned,
  evidence,
  newcomer,
  notice,
  rectifying,
  registered,
  newOrganisation,
  requested,
  type Scene,
  sourceApprovedBy,
  importedAsDone,
  struckOff,
  today,
} from '../scene.ts'
import type { Calls } from './call.ts'
import { dutyCalls } from './duty-calls.ts'
import { approvedPaper } from './paper-calls.ts'
import { recordCalls } from './record-calls.ts'

const atPlace = async ({ place }: Scene) => ({ params: { organisationId: place.id } })
const about = ({ id }: { readonly id: string }) => ({ params: { problemId: id } })
const aboutAssigned = async (scene: Scene) => about(await assigned(scene))

const measure = { id: null, text: '每周巡查', responsible: '', dueOn: null, funding: '', contingency: '', doneOn: null }

async function assignment(scene: Scene) {
  return { leadId: (await newcomer(scene)).personId, handlerId: null, class: 'dated' as const, dueOn: '2099-06-30' }
}

let ledgers = 0

/** A workbook with one problem to import. */
function ledger(): File {
  ledgers += 1
  const columns = ['序号', '问题来源', '类别', '存在问题', '整改措施', '完成时限']
  const row = [1, '征求意见', '作风建设', `下乡调研少了 ${ledgers} 次`, '每季度下乡一次', '2099年3月底前']
  const bytes = writeXlsx([{ name: '台账', columns: columns.map((header) => ({ header, width: 12 })), rows: [row] }])
  return new File([new Uint8Array(bytes)], '整改台账.xlsx')
}

/** A ledger that who calls has uploaded and not confirmed yet; somebody else has where he may not. */
async function uploaded(scene: Scene) {
  const by = scene.mayCall ? scene.caller : scene.crew.organiser
  return by.call(endpoints.previewLedgerImport, { ...(await atPlace(scene)), file: ledger() })
}

async function inspection(scene: Scene) {
  const body = { name: '第三轮巡察', edition: 'patrol' as const, fedBackOn: '2026-01-05' }
  return scene.crew.organiser.call(endpoints.registerInspection, { ...(await atPlace(scene)), body })
}

/** What somebody above brought is not for the unit to take back: where they may, who calls has brought it. */
function broughtByCaller(scene: Scene): Scene {
  return scene.mayCall ? { ...scene, crew: { ...scene.crew, organiser: scene.caller } } : scene
}

/** A ledger that was written, by another than who calls. */
async function imported(scene: Scene): Promise<string> {
  const { organiser } = scene.crew
  const preview = await organiser.call(endpoints.previewLedgerImport, { ...(await atPlace(scene)), file: ledger() })
  await organiser.call(endpoints.confirmLedgerImport, { params: { importId: preview.id }, body: allNew(preview) })
  return preview.id
}

/** One's own form of a notice. */
function template(): File {
  const blocks = [{ kind: 'paragraph' as const, words: '{{文号}} {{单位}} {{问题}}' }]
  return new File([new Uint8Array(officialDocument({ title: '督办单', blocks }))], '督办单.docx')
}

const readingCalls = {
  readPaperProblems: async (scene) => ({ params: { versionId: await approvedVersion(scene) } }),
  listProblems: async ({ place }) => ({ query: { organisationId: place.id } }),
  countProblems: async ({ place }) => ({ query: { organisationId: place.id } }),
  readProblem: aboutAssigned,
  readNeighbours: aboutAssigned,
  listProblemEvents: aboutAssigned,
  readLedgerStatistics: atPlace,
  readLedgerBreakdown: atPlace,
  listLedgerImports: atPlace,
  readLedgerImport: async (scene) => ({ params: { importId: (await uploaded(scene)).id } }),
  listProblemsAsOf: async (scene) => ({ ...(await atPlace(scene)), query: { asOf: '2026-01-05' } }),
  exportLedger: atPlace,
  ledgerSummary: atPlace,
  problemFile: aboutAssigned,
  listCitable: async (scene) => ({ ...(await aboutAssigned(scene)), query: { of: 'record' } }),
  readEvidenceText: async (scene) => ({ params: { evidenceId: await evidence(scene) } }),
  readEvidence: async (scene) => ({ params: { evidenceId: await evidence(scene) } }),
  listNotices: async ({ place }) => ({ query: { organisationId: place.id } }),
  noticeDocument: async (scene) => ({ params: { noticeId: await notice(scene) } }),
  listInspections: atPlace,
  listLookBackSamples: atPlace,
  readLookBackSample: async (scene) => {
    const { organiser } = scene.crew
    const { id } = await organiser.call(endpoints.drawLookBackSample, { ...(await atPlace(scene)), body: { size: 3 } })
    return { params: { sampleId: id } }
  },
  readInspection: async (scene) => ({
    params: { organisationId: scene.place.id, inspectionId: (await inspection(scene)).id },
  }),
} satisfies Partial<Calls>

/** A strike-off is asked for that nobody is left to approve. */
async function unapprovable(scene: Scene) {
  const problem = await requested(scene)
  await handedByAll(scene.office, problem.id)
  return problem
}

/** A version that was approved: it says that there were problems. */
const approvedVersion = async (scene: Scene): Promise<string> => (await approvedPaper(scene)).versions[0]?.id ?? ''

const planningCalls = {
  registerFromPaper: async (scene) => {
    const row = { ...someProblem(), leadId: null, handlerId: null, aboutId: null, measures: [] }
    const rows = [{ as: 'new' as const, places: [{ begins: 0, ends: 4 }], ...row }]
    return { params: { versionId: await approvedVersion(scene) }, body: { organisationId: scene.place.id, rows } }
  },
  registerProblem: async (scene) => ({ ...(await atPlace(scene)), body: someProblem() }),
  changeProblem: async (scene) => {
    const problem = await registered(scene)
    return { ...about(problem), body: { ...someProblem(), version: problem.version } }
  },
  withdrawProblem: async (scene) => ({
    ...about(await registered(broughtByCaller(scene))),
    body: { reason: '重复登记' },
  }),
  withdrawAssignment: async (scene) => ({ ...(await aboutAssigned(scene)), body: { reason: '分派错了人' } }),
  assignProblem: async (scene) => ({ ...about(await registered(scene)), body: await assignment(scene) }),
  assignManyProblems: async (scene) => {
    const said = await assignment(scene)
    const problems = [await registered(scene), await registered(scene)]
    return { body: { assignments: problems.map(({ id, version }) => ({ problemId: id, version, ...said })) } }
  },
  changeManyProblems: async (scene) => {
    const problems = [await registered(scene), await registered(scene)]
    return { body: { changes: problems.map(({ id, version }) => ({ problemId: id, version, aspect: '党风廉政' })) } }
  },
  exportChosen: async (scene) => ({ ...(await atPlace(scene)), body: { problemIds: [(await registered(scene)).id] } }),
  planMeasures: async (scene) => {
    const problem = await assigned(scene)
    return { ...about(problem), body: { measures: [measure], version: problem.version } }
  },
  transferProblem: async (scene) => {
    const { id: organisationId } = await newOrganisation(scene)
    return { ...about(await registered(scene)), body: { organisationId, reason: '归口管理' } }
  },
  requestMerge: async (scene) => {
    const into = await registered(scene)
    return { ...about(await registered(scene)), body: { intoNumber: into.number, reason: '同一件事' } }
  },
  decideMerge: async (scene) => {
    const [problem, into] = [await registered(scene), await registered(scene)]
    const body = { intoNumber: into.number, reason: '同一件事' }
    await scene.crew.organiser.call(endpoints.requestMerge, { params: { problemId: problem.id }, body })
    return { ...about(problem), body: { isAccepted: true, reason: '核对过' } }
  },
  splitProblem: async (scene) => ({
    ...about(await registered(scene)),
    body: { texts: ['记录缺失', '照片缺失'], reason: '两件事' },
  }),
  previewLedgerImport: async (scene) => ({ ...(await atPlace(scene)), file: ledger() }),
  mendLedgerImport: async (scene) => {
    const { id } = await uploaded(scene)
    return { params: { importId: id }, body: { cells: [{ sheet: '台账', cell: 'D2', text: '下乡调研少' }] } }
  },
  confirmLedgerImport: async (scene) => {
    const preview = await uploaded(scene)
    return { params: { importId: preview.id }, body: allNew(preview) }
  },
  withdrawLedgerImport: async (scene) => ({
    params: { importId: await imported(broughtByCaller(scene)) },
    body: { reason: '导错了文件' },
  }),
  correctInspection: async (scene) => {
    const { id, version } = await inspection(scene)
    const body = { name: '第四轮巡察', edition: 'patrol' as const, fedBackOn: '2026-01-06', version }
    return { params: { inspectionId: id }, body }
  },
  removeInspection: async (scene) => ({ params: { inspectionId: (await inspection(scene)).id } }),
  registerInspection: async (scene) => ({
    ...(await atPlace(scene)),
    body: { name: '第三轮巡察', edition: 'patrol', fedBackOn: '2026-01-05' },
  }),
} satisfies Partial<Calls>

const workingCalls = {
  reportProgress: async (scene) => ({ ...(await aboutAssigned(scene)), body: { on: today(), text: '正在补齐记录' } }),
  addEvidence: async (scene) => ({
    ...(await aboutAssigned(scene)),
    query: { datedOn: today() },
    file: new File(['记录'], '记录.txt'),
  }),
  addOrigin: async (scene) => {
    // What was approved whoever reads papers there sees; of a record a superior sees the outline only.
    const versionId = (await approvedPaper(scene)).versions[0]?.id ?? ''
    return { ...about(await registered(scene)), body: { origin: { of: 'paper', versionId, begins: 0, ends: 2 } } }
  },
  removeOrigin: async (scene) => {
    const versionId = (await approvedPaper(scene)).versions[0]?.id ?? ''
    const { id: problemId } = await registered(scene)
    const origin = { of: 'paper' as const, versionId, begins: 0, ends: 2 }
    const { origins } = await scene.crew.organiser.call(endpoints.addOrigin, {
      params: { problemId },
      body: { origin },
    })
    return { params: { problemId, originId: origins[0]?.id ?? '' }, body: { reason: '指错了一处' } }
  },
  citeEvidence: async (scene) => {
    const { id } = await scene.crew.organiser.call(endpoints.createRecord, {
      ...(await atPlace(scene)),
      body: someRecord(),
    })
    return { ...(await aboutAssigned(scene)), body: { of: 'record', id } }
  },
  removeEvidence: async (scene) => ({ params: { evidenceId: await evidence(scene) }, body: { reason: '传错了' } }),
  requestExtension: async (scene) => ({
    ...(await aboutAssigned(scene)),
    body: { until: '2099-12-30', reason: '资金未到位' },
  }),
  requestManyExtensions: async (scene) => {
    const problems = [await assigned(scene), await assigned(scene)]
    const extensions = problems.map(({ id, version }) => ({ problemId: id, version, until: '2099-12-30' }))
    return { body: { extensions, reason: '资金未到位' } }
  },
  decideExtension: async (scene) => {
    const given = await aboutAssigned(scene)
    const body = { until: '2099-12-30', reason: '资金未到位' }
    await scene.crew.handler.call(endpoints.requestExtension, { ...given, body })
    return { ...given, body: { isGranted: true, reason: '' } }
  },
  issueNotice: async (scene) => ({
    ...(await aboutAssigned(scene)),
    body: { kind: 'remind', answerDueOn: '2099-01-05' },
  }),
  issueManyNotices: async (scene) => ({
    body: { problemIds: [(await assigned(scene)).id], kind: 'remind', answerDueOn: '2099-01-05' },
  }),
  answerNotice: async (scene) => ({
    params: { noticeId: await notice(scene) },
    body: { answer: '正在整改，月底完成' },
  }),
  setNoticeTemplate: async (scene) => ({ ...(await atPlace(scene)), file: template() }),
} satisfies Partial<Calls>

const closingCalls = {
  requestStrikeOff: async (scene) => ({
    ...about(await rectifying(scene)),
    body: { result: '补齐 3 次记录', exception: '上级已经现场核实' },
  }),
  withdrawStrikeOff: async (scene) => ({
    ...about(await requested(scene, 'other', scene.mayCall ? scene.caller : scene.crew.handler)),
    body: { reason: '还要补充' },
  }),
  approveStrikeOff: async (scene) => ({
    ...about(await requested(scene, sourceApprovedBy(scene.role))),
    body: { opinion: '属实' },
  }),
  filePaper: async (scene) => ({ ...about(await unapprovable(scene)), ...paperOf('属实') }),
  decidePaper: async (scene) => {
    const given = about(await unapprovable(scene))
    await scene.crew.handler.call(endpoints.filePaper, { ...given, ...paperOf('属实') })
    // Somebody is above in the crew: who is not may only say that it does not count.
    const above = scene.place.path.slice(0, -1)
    const isAccepted = scene.caller.session.grants.some(({ organisation }) => above.includes(organisation.id))
    return { ...given, body: { isAccepted, opinion: '和原件核对过' } }
  },
  returnProblem: async (scene) => ({
    ...about(await requested(scene, sourceApprovedBy(scene.role))),
    body: { reason: '材料不全' },
  }),
  decideClosure: async (scene) => ({
    ...about(await importedAsDone(scene)),
    body: { isAccepted: true, reason: '查过原来的销号单' },
  }),
  lookBack: async (scene) => ({
    ...about(await struckOff(scene)),
    body: { isEffective: true, found: '没有反弹', early: '专项检查' },
  }),
  drawLookBackSample: async (scene) => ({ ...(await atPlace(scene)), body: { size: 3 } }),
} satisfies Partial<Calls>

export const loopCalls = {
  ...readingCalls,
  ...planningCalls,
  ...workingCalls,
  ...closingCalls,
  ...recordCalls,
  ...dutyCalls,
}
