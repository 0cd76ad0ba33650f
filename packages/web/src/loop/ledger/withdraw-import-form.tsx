import { type Answer, endpoints } from '@duizhao/contract'
import { type GivenReason, WithdrawDialogue } from '../../platform/elements/withdraw-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

type Withdrawn = Answer<typeof endpoints.withdrawLedgerImport>

interface WithdrawImportProps {
  readonly id: string
  readonly fileName: string
  /** True for what was registered from a paper: of what was there it has only to take the places back. */
  readonly isFromPaper: boolean
  /** How many problems it registered, and how many of those that were there it changed. */
  readonly created: number
  readonly changed: number
  readonly onClose: () => void
  readonly onWithdrawn?: (withdrawn: Withdrawn) => void
}

/** Takes back all that an import registered; where somebody has acted on some of it, it says on which. */
export function WithdrawImportForm(props: WithdrawImportProps) {
  const { id, fileName, isFromPaper, created, changed, onClose, onWithdrawn } = props
  const withdraw = useChange(endpoints.withdrawLedgerImport)
  const take = async (body: GivenReason): Promise<void> => {
    const withdrawn = await withdraw.mutateAsync({ params: { importId: id }, body })
    onWithdrawn?.(withdrawn)
  }
  return (
    <WithdrawDialogue
      title={isFromPaper ? '撤销这次登记' : '撤销这次导入'}
      okText={isFromPaper ? '撤销登记' : '撤销导入'}
      draft={`withdraw-import ${id}`}
      obstaclesOf="已经有人办过的问题"
      onWithdraw={take}
      onClose={onClose}
    >
      {fileName}新登记的 {created}{' '}
      个问题全部撤回：不在台账里，不再统计，编号不再用；以前日子的数不变。有一个已经有人办过，就一个也不撤。
      {changed > 0 && isFromPaper && `并入的 ${changed} 个问题删除加上的出处，别的不动。`}
      {changed > 0 && !isFromPaper && `改过的 ${changed} 个问题不动，原来的写法在各自的经过里。`}
    </WithdrawDialogue>
  )
}
