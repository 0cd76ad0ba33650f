import {
  endpoints,
  type ProblemDetail,
  problemClassNames,
  type ProblemFields,
  problemSourceNames,
} from '@duizhao/contract'
import { Form } from 'antd'
import { useState } from 'react'
import { useChange } from '../../../platform/service/api.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import { BothTexts } from '../both-texts.tsx'
import { problemFieldNames, ProblemFieldInputs } from '../problem-fields.tsx'
import type { ActFormProps } from '../problem-slots.ts'
import { hasStandingDeadline } from '../standing-deadline.ts'
import { newerAfter } from './newer-after.ts'

const names = Object.keys(problemFieldNames) as (keyof ProblemFields)[]

interface Clash {
  readonly mine: ProblemFields
  readonly theirs: ProblemDetail
  readonly fields: readonly (keyof ProblemFields)[]
}

/** Changes what is written about a problem; if someone was faster, both texts are shown, field by field. */
export function ChangeForm({ problem, onClose }: ActFormProps) {
  const [form] = Form.useForm<ProblemFields>()
  const [base, setBase] = useState(problem)
  const [clash, setClash] = useState<Clash | null>(null)
  const change = useChange(endpoints.changeProblem)
  const save = async (fields: ProblemFields): Promise<void> => {
    try {
      await change.mutateAsync({ params: { problemId: problem.id }, body: { ...fields, version: base.version } })
    } catch (refused) {
      const theirs = await newerAfter(refused, base)
      if (theirs !== null) {
        // What only they changed is theirs unless one says otherwise; what I changed too stays mine.
        for (const name of names) if (fields[name] === base[name]) form.setFieldValue(name, theirs[name])
        setClash({ mine: fields, theirs, fields: names.filter((name) => fields[name] !== theirs[name]) })
        setBase(theirs)
      }
      throw refused
    }
  }
  return (
    <FormDialogue<ProblemFields>
      title={`修改问题 ${problem.number} 号`}
      okText="保存修改"
      form={form}
      width={720}
      draft={`change ${problem.id} ${problem.version}`}
      initialValues={Object.fromEntries(names.map((name) => [name, problem[name]]))}
      onSave={save}
      onClose={onClose}
    >
      {clash?.fields.map((name) => (
        <BothTexts
          key={`${clash.theirs.version} ${name}`}
          name={problemFieldNames[name]}
          mine={said(name, clash.mine)}
          theirs={said(name, clash.theirs)}
          isMineFirst={form.getFieldValue(name) === clash.mine[name]}
          onChoose={(isMine) => form.setFieldValue(name, (isMine ? clash.mine : clash.theirs)[name])}
        />
      ))}
      <ProblemFieldInputs isStanding={hasStandingDeadline(base)} />
    </FormDialogue>
  )
}

function said(name: keyof ProblemFields, fields: ProblemFields): string {
  if (name === 'source') return problemSourceNames[fields.source]
  if (name === 'class') return problemClassNames[fields.class]
  return fields[name] ?? ''
}
