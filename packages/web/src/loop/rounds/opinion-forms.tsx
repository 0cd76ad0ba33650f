import {
  endpoints,
  GivenOpinion,
  opinionEndingNames,
  type ProblemClass,
  problemClasses,
  problemClassNames,
  type RoundDetail,
  type RoundOpinion,
  SaidOpinionEnding,
} from '@duizhao/contract'
import { Form, Input, Radio, Select } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

interface Entered {
  readonly text: string
  readonly aspect?: string
  readonly aboutId?: string
}

/** What came on paper or by word of mouth. */
export function EnterOpinionForm({ round, onClose }: { readonly round: RoundDetail; readonly onClose: () => void }) {
  const enter = useChange(endpoints.enterOpinion)
  const { aspects, about } = round
  return (
    <FormDialogue<Entered>
      title="代录意见"
      okText="录入"
      draft={`round-enter-${round.id}`}
      initialValues={{}}
      onSave={({ text, aspect = '', aboutId = null }) =>
        enter.mutateAsync({ params: { roundId: round.id }, body: { text, aspect, aboutId } })
      }
      onClose={onClose}
    >
      <p className="quiet">当面、书面收到的，照原话录入。列表里注明代录，不算收到的份数；不要写是谁说的。</p>
      <Form.Item {...fieldOf(GivenOpinion.shape, 'text')} label="意见">
        <Input.TextArea rows={3} />
      </Form.Item>
      {aspects.length > 0 && (
        <Form.Item {...fieldOf(GivenOpinion.shape, 'aspect')} label="方面">
          <Select allowClear placeholder="不选" options={aspects.map((value) => ({ value, label: value }))} />
        </Form.Item>
      )}
      {about.length > 0 && (
        <Form.Item {...fieldOf(GivenOpinion.shape, 'aboutId')} label="意见对象">
          <Select
            allowClear
            placeholder="领导班子"
            options={about.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
      )}
    </FormDialogue>
  )
}

interface OpinionProps {
  readonly opinion: RoundOpinion
  readonly onClose: () => void
}

interface Ended {
  readonly ending: (typeof SaidOpinionEnding.options)[number]
  readonly reason: string
}

/** What became of an opinion that does not come into the ledger, and why. */
export function EndOpinionForm({ opinion, onClose }: OpinionProps) {
  const end = useChange(endpoints.endOpinion)
  const { id, version, text } = opinion
  const { shape } = endpoints.endOpinion.body
  return (
    <FormDialogue<Ended>
      title="意见的结果"
      okText="写上结果"
      draft={`end opinion ${id} ${version}`}
      initialValues={{ ending: 'explained', reason: '' }}
      onSave={(body) => end.mutateAsync({ params: { opinionId: id }, body: { ...body, version } })}
      onClose={onClose}
    >
      <p className="opinion-text">{text}</p>
      <Form.Item {...fieldOf(shape, 'ending')} label="结果">
        <Radio.Group
          options={SaidOpinionEnding.options.map((value) => ({ value, label: opinionEndingNames[value] }))}
        />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'reason')} label="说明或理由" extra="公布结果以后，被征求的人看得到">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
    </FormDialogue>
  )
}

interface Registered {
  readonly text: string
  readonly aspect: string
  readonly class: ProblemClass
  readonly dueOn: string | null
}

/** An opinion as a problem of the ledger, in the words it is to have there. */
export function RegisterOpinionForm({ opinion, onClose }: OpinionProps) {
  const register = useChange(endpoints.registerOpinion)
  const { id, version, text, aspect, about } = opinion
  const { shape } = endpoints.registerOpinion.body
  return (
    <FormDialogue<Registered>
      title="意见列入台账"
      okText="列入台账"
      draft={`register opinion ${id} ${version}`}
      initialValues={{ text, aspect, class: 'dated', dueOn: null }}
      onSave={(body) => register.mutateAsync({ params: { opinionId: id }, body: { ...body, version } })}
      onClose={onClose}
    >
      {about !== null && <p className="quiet">关于{about.name}的问题：内容只有本人、责任人和组织、审批的人看得到。</p>}
      <Form.Item {...fieldOf(shape, 'text')} label="问题">
        <Input.TextArea autoSize={{ minRows: 2 }} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'aspect')} label="方面">
        <Input />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'class')} label="类型">
        <Radio.Group options={problemClasses.map((value) => ({ value, label: problemClassNames[value] }))} />
      </Form.Item>
      <Form.Item {...fieldOf(shape, 'dueOn')} label="完成时限" extra="长期坚持的可以不写">
        <DateField />
      </Form.Item>
    </FormDialogue>
  )
}
