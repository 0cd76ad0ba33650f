import { type BatchChoice, endpoints } from '@duizhao/contract'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { sentenceOf, useChange } from '../../../platform/service/api.ts'
import { grantedOver, useSession } from '../../../platform/service/session.ts'
import type { PlacedFile } from './dropped-files.ts'
import { enterChoices } from './enter-choices.ts'
import { useBatch } from './use-batch.ts'
import { useUploads } from './use-uploads.ts'

/** What the page of a batch shows and does: files come in, are read, and are put in. */
export function useBatchPage() {
  const session = useSession()
  const navigate = useNavigate()
  const search = useSearch({ from: '/paper-batch' })
  const { batchId, meetingId } = search
  const [chosen, setChosen] = useState(search.organisationId ?? grantedOver(session, 'paper.write')[0]?.id)
  const [faults, setFaults] = useState<readonly string[]>([])
  const { uploads, isUnderWay, send } = useUploads()
  const { batch, error, files, learn } = useBatch(batchId, isUnderWay)
  const begin = useChange(endpoints.beginPaperBatch)
  const organisationId = batch?.organisation.id ?? chosen
  const trying = async (work: () => Promise<readonly string[]>): Promise<void> => {
    setFaults([])
    try {
      setFaults(await work())
    } catch (refused) {
      setFaults([sentenceOf(refused)])
    }
  }
  const add = (given: readonly PlacedFile[]): Promise<void> =>
    trying(async () => {
      if (given.length === 0) return []
      const id = batchId ?? (await begin.mutateAsync({ params: { organisationId: organisationId ?? '' } })).id
      void navigate({ to: '/paper-batch', search: { ...search, batchId: id }, replace: true })
      await send(id, given, (arrived) => learn(id, arrived))
      return []
    })
  const enter = (choices: readonly BatchChoice[]): Promise<void> =>
    trying(async () => {
      const id = batchId ?? ''
      return enterChoices(choices, { batchId: id, meetingId, onLearned: (files) => learn(id, files) })
    })
  return {
    ...{ batchId, organisationId, setOrganisation: setChosen, files, uploads, isUnderWay, add, enter },
    faults: error === null ? faults : [sentenceOf(error), ...faults],
  }
}
