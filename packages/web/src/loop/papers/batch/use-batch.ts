import { type BatchFile, endpoints } from '@duizhao/contract'
import { useEffect, useState } from 'react'
import { request, useRead } from '../../../platform/service/api.ts'

/** A batch as it is kept, with what is known since it was read; what was kept and not read is read now. */
export function useBatch(batchId: string | undefined, isUnderWay: boolean) {
  const read = useRead(endpoints.readPaperBatch, { params: { batchId: batchId ?? '' } }, batchId !== undefined)
  const [since, setSince] = useState<ReadonlyMap<string, { readonly of: string; readonly file: BatchFile }>>(new Map())
  const learn = (of: string, files: readonly BatchFile[]): void =>
    setSince((before) => new Map([...before, ...files.map((file) => [file.id, { of, file }] as const)]))
  const kept = read.data?.files ?? []
  const waiting = kept.find(({ id, state }) => state === 'waiting' && !since.has(id))?.id
  useEffect(() => {
    if (batchId === undefined || waiting === undefined || isUnderWay) return
    void request(endpoints.readBatchFile, { params: { fileId: waiting } }).then((file) => learn(batchId, [file]))
  }, [batchId, waiting, isUnderWay])
  const learned = [...since.values()].flatMap(({ of, file }) => (of === batchId ? [file] : []))
  const files = new Map([...kept, ...learned].map((file) => [file.id, file]))
  return { batch: read.data?.batch, error: read.error, files: [...files.values()], learn }
}
