import { type BatchChoice, type BatchFile, endpoints } from '@duizhao/contract'
import { request, sentenceOf } from '../../../platform/service/api.ts'

/** How many are put in with one request. */
const AT_ONCE = 50

interface Entering {
  readonly batchId: string
  /** The meeting they are of. */
  readonly meetingId: string | undefined
  readonly onLearned: (files: readonly BatchFile[]) => void
}

/** Puts files in, and says of what meeting they are: what went wrong with that, a sentence each. */
export async function enterChoices(
  choices: readonly BatchChoice[],
  { batchId, meetingId, onLearned }: Entering,
): Promise<readonly string[]> {
  const unnamed: string[] = []
  for (let from = 0; from < choices.length; from += AT_ONCE) {
    const body = { choices: choices.slice(from, from + AT_ONCE) }
    const { files } = await request(endpoints.enterPaperBatch, { params: { batchId }, body })
    onLearned(files)
    for (const { title, paperId } of files) {
      if (paperId === null || meetingId === undefined) continue
      try {
        const link = { kind: 'paper' as const, id: paperId }
        await request(endpoints.linkToMeeting, { params: { meetingId }, body: link })
      } catch (refused) {
        unnamed.push(`《${title}》没有归到这次会议：${sentenceOf(refused)}`)
      }
    }
  }
  return unnamed
}
