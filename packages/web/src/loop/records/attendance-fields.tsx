import { participationKindNames, participationKinds, RecordParticipant } from '@duizhao/contract'
import { DeleteOutlined } from '@ant-design/icons'
import { Button, Form, Input, Select } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { PersonPick } from './person-pick.tsx'
import './records.css'

interface AttendanceFieldsProps {
  readonly people: readonly { readonly id: string; readonly name: string; readonly position: string }[]
  /** Who was due; null where no post says so. */
  readonly expected: readonly { readonly name: string }[] | null
  readonly present: readonly { readonly id: string; readonly name: string }[]
}

const kinds = participationKinds.filter((kind) => kind !== 'talked_to')

/** Who was away, came for a part, or sat in. Who came as was due is not written down. */
export function AttendanceFields({ people, expected, present }: AttendanceFieldsProps) {
  const due =
    expected === null
      ? '这一天没有登记任职，算不出应到；只写没有到的和列席的'
      : `应到 ${expected.length} 人：${expected.map(({ name }) => name).join('、')}`
  return (
    <Form.Item label="没有到的、列席的" extra={due}>
      <Form.List name="participants">
        {(rows, { add, remove }) => (
          <>
            {rows.map(({ key, name }) => (
              <div key={key} className="record-row">
                <Form.Item noStyle shouldUpdate>
                  {({ getFieldValue }) => (
                    <PersonField
                      name={name}
                      saidName={String(getFieldValue(['participants', name, 'saidName']) ?? '')}
                      {...{ people, present }}
                    />
                  )}
                </Form.Item>
                <Form.Item {...fieldOf(RecordParticipant.shape, 'kind', [name])} initialValue="excused">
                  <Select
                    aria-label={`第 ${name + 1} 个人：是怎样的`}
                    options={kinds.map((kind) => ({ value: kind, label: participationKindNames[kind] }))}
                  />
                </Form.Item>
                <Form.Item {...fieldOf(RecordParticipant.shape, 'note', [name])} className="wide">
                  <Input placeholder="原因" aria-label={`第 ${name + 1} 个人：原因`} />
                </Form.Item>
                <Button
                  type="text"
                  icon={<DeleteOutlined aria-hidden="true" />}
                  aria-label={`删除第 ${name + 1} 个人`}
                  onClick={() => remove(name)}
                />
              </div>
            ))}
            <Button onClick={() => add({ kind: 'excused' })}>加一个人</Button>
          </>
        )}
      </Form.List>
    </Form.Item>
  )
}

interface PersonFieldProps extends Pick<AttendanceFieldsProps, 'people' | 'present'> {
  readonly name: number
  /** As the file names somebody of whom it is not sure who that is. */
  readonly saidName: string
}

/** Who it is; a name from a file that fits nobody surely is asked for, and never dropped in silence. */
function PersonField({ name, saidName, people, present }: PersonFieldProps) {
  const validator = (_: unknown, personId: unknown): Promise<void> =>
    saidName === '' || (typeof personId === 'string' && personId !== '')
      ? Promise.resolve()
      : Promise.reject(new Error(`文件里写的“${saidName}”是谁？不是这里的人，就删除这一行`))
  return (
    <Form.Item name={[name, 'personId']} rules={[{ validator }]} extra={saidName !== '' && `文件里写的是“${saidName}”`}>
      <PersonPick people={people} present={present} label={`第 ${name + 1} 个人`} />
    </Form.Item>
  )
}
