import { ImportWithdrawal, RefusedCall, type RefusedPlace } from '@duizhao/contract'
import { Form, Input } from 'antd'
import { type ReactNode, useState } from 'react'
import { fieldOf } from '../archetypes/field-rules.ts'
import { FormDialogue } from '../archetypes/form-dialogue.tsx'

export interface GivenReason {
  readonly reason: string
}

interface WithdrawDialogueProps {
  readonly title: string
  readonly okText: string
  readonly draft: string
  readonly onWithdraw: (given: GivenReason) => Promise<unknown>
  readonly onClose: () => void
  /** What is said when it is done; the title if left out. */
  readonly said?: string | null
  /** What the list of what stands in the way is of. */
  readonly obstaclesOf: string
  /** What will be taken back. */
  readonly children: ReactNode
}

/** Takes back with a reason all that was written at once; where somebody has acted on some of it, it lists on which. */
export function WithdrawDialogue(props: WithdrawDialogueProps) {
  const { onWithdraw, obstaclesOf, children, ...dialogue } = props
  const [obstacles, setObstacles] = useState<readonly RefusedPlace[]>([])
  const save = async (given: GivenReason): Promise<void> => {
    setObstacles([])
    try {
      await onWithdraw(given)
    } catch (error) {
      if (error instanceof RefusedCall) setObstacles(error.refusal.places ?? [])
      throw error
    }
  }
  return (
    <FormDialogue<GivenReason> {...dialogue} initialValues={{}} onSave={save}>
      <p className="quiet">{children}</p>
      {obstacles.length > 0 && (
        <ul aria-label={obstaclesOf}>
          {obstacles.map(({ message }) => (
            <li key={message}>{message}</li>
          ))}
        </ul>
      )}
      <Form.Item {...fieldOf(ImportWithdrawal.shape, 'reason')} label="理由">
        <Input.TextArea autoFocus autoSize={{ minRows: 2, maxRows: 8 }} />
      </Form.Item>
    </FormDialogue>
  )
}
