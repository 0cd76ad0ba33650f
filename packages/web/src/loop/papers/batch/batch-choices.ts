import { type BatchChoice, type BatchFile, type PaperKind, personalPaperKinds } from '@duizhao/contract'

/** What somebody says of a file of a batch; what was read stands until they say otherwise. */
export interface Said {
  readonly as: BatchChoice['as']
  readonly kind: PaperKind | null
  readonly personId: string | null
}

/** What of a batch can still be put in. */
export function isOpen({ state }: BatchFile): boolean {
  return state === 'read' || state === 'unreadable'
}

/** What becomes of a file if nobody says otherwise: the next version of a paper of its name, else a new one. */
export function saidFirst({ state, kind, person, nextOf }: BatchFile): Said {
  const as = state === 'read' ? (nextOf === null ? 'new' : 'version') : 'left'
  return { as, kind, personId: person?.id ?? null }
}

/** What is missing before a file can be put in; null if nothing is. */
export function missingIn({ as, kind, personId }: Said): 'kind' | 'person' | null {
  if (as !== 'new') return null
  if (kind === null) return 'kind'
  return isOfPerson(kind) && personId === null ? 'person' : null
}

/** True for a paper that is somebody's own: whose has to be said. */
export function isOfPerson(kind: PaperKind | null): boolean {
  return personalPaperKinds.some((personal) => personal === kind)
}

/** Open files, those first of which something is missing or could not be read, then by kind, and of one kind by person. */
export function inOrder(files: readonly BatchFile[], kindNames: Readonly<Record<PaperKind, string>>): BatchFile[] {
  const keyOf = ({ asks, state, kind, person, name }: BatchFile): string => {
    const first = state === 'unreadable' || asks.length > 0 ? 0 : 1
    return [first, kind === null ? '' : kindNames[kind], person?.name ?? '', name].join('\n')
  }
  const keys = new Map(files.map((file) => [file.id, keyOf(file)]))
  const order = new Intl.Collator('zh-CN')
  return files.toSorted((one, other) => order.compare(keys.get(one.id) ?? '', keys.get(other.id) ?? ''))
}

/** What is sent: of each file that is open and of which nothing is missing. */
export function choicesOf(files: readonly BatchFile[], saidOf: (file: BatchFile) => Said): BatchChoice[] {
  return files.flatMap((file): BatchChoice[] => {
    const said = saidOf(file)
    if (!isOpen(file) || missingIn(said) !== null) return []
    if (said.as === 'left') return [{ as: 'left', fileId: file.id }]
    if (said.as === 'version' && file.nextOf !== null)
      return [{ as: 'version', fileId: file.id, paperId: file.nextOf.id }]
    if (said.kind === null) return []
    const personId = isOfPerson(said.kind) ? said.personId : null
    return [{ as: 'new', fileId: file.id, kind: said.kind, title: file.title, personId }]
  })
}
