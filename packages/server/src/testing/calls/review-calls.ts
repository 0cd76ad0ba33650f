import { endpoints, type PaperDetail } from '@duizhao/contract'
import { someMeeting } from '../meetings.ts'
import { minutesFile } from '../records.ts'
import type { Scene } from '../scene.ts'
import type { Calls } from './call.ts'
import { author, drafted } from './paper-calls.ts'

const version = ({ versions }: PaperDetail) => ({ versionId: versions[0]?.id ?? '' })
/** A version that was handed in, with a finding. */
const handedIn = async ({ crew: { handler }, place }: Scene) => {
  const file = new File(['关于检查情况的报告\n\n对检查的要求的要求理解不深。\n'], '报告.txt')
  const paper = await handler.call(endpoints.createPaper, { params: { organisationId: place.id }, file })
  await handler.call(endpoints.submitPaper, { params: { paperId: paper.paper.id } })
  return version(paper)
}
/** A version of whoever is about to call, if they may, sent back with a finding. */
const returned = async (scene: Scene) => {
  const by = author(scene)
  const { crew, place, office } = scene
  const judge = by === crew.handler ? crew.head : await office.employ(place, 'head')
  const paper = await by.call(endpoints.createPaper, {
    params: { organisationId: place.id },
    file: minutesFile(['关于检查情况的报告'], '报告.docx'),
  })
  const { paper: seen } = await by.call(endpoints.submitPaper, { params: { paperId: paper.paper.id } })
  const params = version(paper)
  await judge.call(endpoints.remarkOnPaper, { params, body: remark })
  const body = { reason: '见意见', version: seen.version }
  await judge.call(endpoints.returnPaper, { params: { paperId: seen.id }, body })
  return params
}
const remark = { start: 0, end: 4, text: '请写明是哪一年的。' }

export const reviewCalls = {
  readReview: async (scene) => ({ params: version(await drafted(author(scene), scene)) }),
  renewReview: async (scene) => ({ params: version(await drafted(author(scene), scene)) }),
  readReviewMarks: async (scene) => ({ params: version(await drafted(author(scene), scene)) }),
  judgeFinding: async (scene) => {
    const params = await handedIn(scene)
    const { reviewed } = await scene.crew.head.call(endpoints.readReview, { params })
    return { params: { ...params, key: reviewed?.findings[0]?.key ?? '' }, body: { verdict: 'accepted' } }
  },
  remarkOnPaper: async (scene) => ({ params: await handedIn(scene), body: remark }),
  withdrawRemark: async (scene) => {
    const params = await handedIn(scene)
    const by = scene.mayCall ? scene.caller : scene.crew.head
    const { remarks } = await by.call(endpoints.remarkOnPaper, { params, body: remark })
    return { params: { ...params, remarkId: remarks[0]?.id ?? '' } }
  },
  readReviewChanges: async (scene) => ({ params: version(await drafted(author(scene), scene)) }),
  downloadCommented: async (scene) => ({ params: await returned(scene) }),
  downloadReviewSheet: async (scene) => ({ params: await returned(scene) }),
  listMeetingReviews: async ({ crew, place }) => {
    const params = { organisationId: place.id }
    const { id } = await crew.organiser.call(endpoints.createMeeting, { params, body: someMeeting() })
    return { params: { meetingId: id } }
  },
  listWaitingPapers: async ({ place }) => ({ params: { organisationId: place.id } }),
} satisfies Partial<Calls>
