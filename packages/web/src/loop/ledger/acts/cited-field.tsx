import { type CitedThing, citedThingNames, endpoints } from '@duizhao/contract'
import { Button, Form, Select } from 'antd'
import { dateInChinese } from '../../../platform/archetypes/dates.ts'
import { fieldOf } from '../../../platform/archetypes/field-rules.ts'
import { usePages } from '../../../platform/archetypes/pages-of.ts'
import { sentenceOf } from '../../../platform/service/api.ts'

interface CitedFieldProps {
  readonly problemId: string
  readonly of: CitedThing
}

/** Which record or paper of the house proves it: of this organisation and those below, the latest first. */
export function CitedField({ problemId, of }: CitedFieldProps) {
  const given = { params: { problemId }, query: { of, limit: 100 } }
  const { rows, error, onMore } = usePages(endpoints.listCitable, given)
  const nothing = of === 'record' ? '本单位和下级还没有记过可以作佐证的事。' : '本单位和下级还没有审定的文稿。'
  return (
    <Form.Item
      {...fieldOf(endpoints.citeEvidence.body.shape, 'id')}
      label={citedThingNames[of]}
      extra={of === 'record' ? '谈心谈话不能作佐证。' : '审定、印发了的才能作佐证；个人的材料不能。'}
      {...(error ? { validateStatus: 'error', help: sentenceOf(error) } : {})}
    >
      <Select
        loading={rows === undefined}
        showSearch={{ optionFilterProp: 'label' }}
        notFoundContent={rows === undefined ? '正在读取' : rows.length === 0 ? nothing : '没有找到'}
        options={(rows ?? []).map(({ id, name, on, organisation }) => ({
          value: id,
          label: `${dateInChinese(on)}　${name}（${organisation.name}）`,
        }))}
        popupRender={(menu) => (
          <>
            {menu}
            {onMore && (
              <Button type="link" block onClick={onMore}>
                再看更早的
              </Button>
            )}
          </>
        )}
      />
    </Form.Item>
  )
}
