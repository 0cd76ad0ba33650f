import { endpoints, type Measure, measureInWords, type ProblemDetail } from '@duizhao/contract'
import { Button, Form } from 'antd'
import { useState } from 'react'
import { useChange } from '../../../platform/service/api.ts'
import { FormDialogue } from '../../../platform/archetypes/form-dialogue.tsx'
import { BothTexts } from '../both-texts.tsx'
import type { ActFormProps } from '../problem-slots.ts'
import { MeasureInputs } from './measure-inputs.tsx'
import { newerAfter } from './newer-after.ts'

interface Planned extends Omit<Measure, 'id'> {
  readonly id: string | null
}

interface Fields {
  readonly measures: readonly Planned[]
}

interface Clash {
  readonly mine: readonly Planned[]
  readonly theirs: ProblemDetail
}

const blank: Planned = {
  id: null,
  text: '',
  responsible: '',
  coUnit: '',
  dueOn: null,
  earlyOn: null,
  funding: '',
  contingency: '',
  doneOn: null,
}

/** The measures with their five fields; if someone was faster, both lists are shown. */
export function MeasuresForm({ problem, onClose }: ActFormProps) {
  const [form] = Form.useForm<Fields>()
  const [base, setBase] = useState(problem)
  const [clash, setClash] = useState<Clash | null>(null)
  const plan = useChange(endpoints.planMeasures)
  const save = async ({ measures }: Fields): Promise<void> => {
    const known = new Set(base.measures.map(({ id }) => id))
    // A field that never appeared on the screen has the value of a blank one.
    const given = measures.map((measure) => ({ ...blank, ...measure }))
    const kept = given.map((measure) => ({ ...measure, id: known.has(measure.id ?? '') ? measure.id : null }))
    try {
      await plan.mutateAsync({ params: { problemId: problem.id }, body: { measures: kept, version: base.version } })
    } catch (refused) {
      const theirs = await newerAfter(refused, base)
      if (theirs !== null) {
        const isSame = JSON.stringify(theirs.measures) === JSON.stringify(base.measures)
        if (!isSame) setClash({ mine: kept, theirs })
        setBase(theirs)
      }
      throw refused
    }
  }
  return (
    <FormDialogue<Fields>
      title={`问题 ${problem.number} 号的整改措施`}
      okText="保存措施"
      form={form}
      width={760}
      draft={`measures ${problem.id} ${problem.version}`}
      initialValues={{ measures: problem.measures.length > 0 ? problem.measures : [blank] }}
      onSave={save}
      onClose={onClose}
    >
      {clash !== null && (
        <BothTexts
          key={clash.theirs.version}
          name="整改措施"
          mine={listed(clash.mine)}
          theirs={listed(clash.theirs.measures)}
          isMineFirst
          onChoose={(isMine) => form.setFieldValue('measures', isMine ? clash.mine : clash.theirs.measures)}
        />
      )}
      <Form.List name="measures">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <MeasureInputs key={key} at={name} onRemove={fields.length > 1 ? () => remove(name) : undefined} />
            ))}
            <Button onClick={() => add(blank)}>再加一条措施</Button>
          </>
        )}
      </Form.List>
    </FormDialogue>
  )
}

function listed(measures: readonly Planned[]): string {
  return measures.map((measure, at) => `${at + 1}. ${measureInWords(measure)}`).join('\n')
}
