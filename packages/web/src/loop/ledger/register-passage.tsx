import { Button } from 'antd'
import { useState } from 'react'
import type { PassageToolProps } from '../../platform/passage-slots.ts'
import { holds, useSession } from '../../platform/service/session.ts'
import { RegisterForm } from './register-form.tsx'

/** Registers what a passage says as a problem, which then keeps where it was taken from. */
export function RegisterPassage(props: PassageToolProps) {
  const [isOpen, setOpen] = useState(false)
  if (!holds(useSession(), 'problem.write')) return null
  return (
    <>
      <Button size="small" type="primary" className="not-printed" onClick={() => setOpen(true)}>
        登记为问题
      </Button>
      {isOpen && <RegisterForm organisationId={props.organisationId} taken={props} onClose={() => setOpen(false)} />}
    </>
  )
}
