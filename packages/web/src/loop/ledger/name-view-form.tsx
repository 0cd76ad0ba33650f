import { endpoints, isShareable } from '@duizhao/contract'
import { Form, Input, Radio } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { grantedOver, useSession } from '../../platform/service/session.ts'
import type { LedgerSearch } from './ledger-filters.ts'
import type { KeptView } from './use-views.ts'

interface Fields {
  readonly name: string
  /** The organisation it is shared with. */
  readonly sharedWith: string | null
}

interface NameViewFormProps {
  readonly search: LedgerSearch
  readonly taken: readonly string[]
  readonly onKeep: (view: KeptView) => Promise<unknown>
  readonly onClose: () => void
}

const ONESELF = '只有自己'

const { shape } = endpoints.saveView.body

/** Keeps what the ledger is narrowed to under a name, for oneself or for all who work for an organisation. */
export function NameViewForm({ search, taken, onKeep, onClose }: NameViewFormProps) {
  const session = useSession()
  const [form] = Form.useForm<Fields>()
  const name = Form.useWatch('name', form)?.trim() ?? ''
  const isOpen = isShareable(search)
  return (
    <FormDialogue<Fields>
      title="把现在的筛选存为视图"
      okText="存为视图"
      form={form}
      draft="view"
      initialValues={{ name: '', sharedWith: null }}
      onSave={({ name: given, sharedWith }) => onKeep({ name: given, search, sharedWith: isOpen ? sharedWith : null })}
      onClose={onClose}
    >
      <Form.Item
        {...fieldOf(shape, 'name')}
        label="名称"
        extra={taken.includes(name) ? '已有这个名称，会换成现在的筛选。' : '存在账号里，换一台电脑也在。'}
      >
        <Input autoFocus />
      </Form.Item>
      <Form.Item
        {...fieldOf(shape, 'sharedWith')}
        label="可见范围"
        normalize={(chosen: string) => (chosen === ONESELF ? null : chosen)}
        getValueProps={(chosen: string | null) => ({ value: chosen ?? ONESELF })}
        extra={
          isOpen
            ? '别人只能用，不能改；各人看到的仍是自己有权看的问题。'
            : '现在的筛选里有搜索的文字、方面或人员，只能自己用；取消这几项筛选才能共享。'
        }
      >
        <Radio.Group
          disabled={!isOpen}
          options={[
            { value: ONESELF, label: ONESELF },
            ...grantedOver(session, 'problem.read').map(({ id, name: unit }) => ({ value: id, label: `${unit}的人` })),
          ]}
        />
      </Form.Item>
    </FormDialogue>
  )
}
