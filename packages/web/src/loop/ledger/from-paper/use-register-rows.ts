import { type Answer, endpoints, type PaperProblems } from '@duizhao/contract'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { sentenceOf, useChange } from '../../../platform/service/api.ts'
import { keepRows, keptRows } from './kept-rows.ts'
import { bodyOf, faultsOf, type Row, rowsOf, unregistered } from './rows-of-paper.ts'

/** The rows of a version as somebody makes them ready, and what sends the chosen ones; what is written is kept meanwhile. */
export function useRegisterRows(versionId: string, read: PaperProblems, onFault: (rowId: string) => void) {
  const [all, setAll] = useState<readonly Row[]>(() => keptRows(versionId) ?? rowsOf(read))
  const [organisationId, setOrganisationId] = useState<string | undefined>(read.organisation.id)
  const [done, setDone] = useState<Answer<typeof endpoints.registerFromPaper> | null>(null)
  const [fault, setFault] = useState<string | null>(null)
  const register = useChange(endpoints.registerFromPaper)
  const client = useQueryClient()
  const rows = unregistered(all, read.registered)
  const change = (next: readonly Row[]): void => {
    setAll(next)
    setFault(null)
    keepRows(versionId, next)
  }
  const send = async (): Promise<void> => {
    const [first] = faultsOf(rows)
    if (first !== undefined) {
      setFault(first.message)
      onFault(first.id)
      return
    }
    try {
      const body = { organisationId: organisationId ?? '', rows: bodyOf(rows) }
      setDone(await register.mutateAsync({ params: { versionId }, body }))
      // What is in the ledger is not offered; taken back, it is again, and unchosen.
      change(all.map((row) => ({ ...row, isChosen: false })))
    } catch (refused) {
      setFault(sentenceOf(refused))
      await client.invalidateQueries()
    }
  }
  return {
    all,
    rows,
    change,
    send,
    isSending: register.isPending,
    fault,
    done,
    setDone,
    organisationId,
    setOrganisationId,
  }
}
