import { type BatchFile, endpoints, LARGEST_PAPER } from '@duizhao/contract'
import { useState } from 'react'
import { sentenceOf, upload } from '../../../platform/service/api.ts'
import type { PlacedFile } from './dropped-files.ts'

/** How a file is getting on: its share from 0 to 1, or why it did not arrive. */
export interface Upload {
  readonly path: string
  readonly share: number
  readonly fault: string | null
}

/** Two are on their way at a time: the service works on as many of one account. */
const AT_ONCE = 2

/** Files on their way into a batch: each is kept on the service when it has arrived, one that is refused stops none. */
export function useUploads() {
  const [uploads, setUploads] = useState<readonly Upload[]>([])
  const [isUnderWay, setUnderWay] = useState(false)
  const send = async (
    batchId: string,
    given: readonly PlacedFile[],
    onArrived: (files: readonly BatchFile[]) => void,
  ): Promise<void> => {
    setUploads(given.map(({ path }) => ({ path, share: 0, fault: null })))
    setUnderWay(true)
    const change = (at: number, changed: Partial<Upload>): void =>
      setUploads((all) => all.map((one, place) => (place === at ? { ...one, ...changed } : one)))
    let next = 0
    const work = async (): Promise<void> => {
      while (next < given.length) {
        const at = next
        next += 1
        const one = given[at]
        if (one === undefined) return
        try {
          if (one.file.size > LARGEST_PAPER) change(at, { fault: '太大，没有上传，请拆成几份或压缩图片' })
          else {
            const { files } = await upload(
              endpoints.addToPaperBatch,
              { params: { batchId }, query: { path: one.path }, file: one.file },
              (share) => change(at, { share: share * 0.9 }),
            )
            change(at, { share: 1 })
            onArrived(files)
          }
        } catch (error) {
          change(at, { fault: sentenceOf(error) })
        }
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, work))
    setUnderWay(false)
  }
  return { uploads, isUnderWay, send }
}
