import { endpoints, isBallot, type RoundDetail } from '@duizhao/contract'
import { Alert, Form } from 'antd'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { useChange } from '../../platform/service/api.ts'

interface Values {
  readonly keys: readonly string[]
}

/** Ends asking, with the key files of two who keep them. */
export function CloseForm({ round, onClose }: { readonly round: RoundDetail; readonly onClose: () => void }) {
  const close = useChange(endpoints.closeRound)
  const isVote = isBallot(round.kind)
  return (
    <FormDialogue<Values>
      title={isVote ? '收回，计票' : '收回意见'}
      okText={isVote ? '收回，计票' : '收回，打开意见'}
      said={`${isVote ? '票已经数好' : '意见已经打开'}。请把三把钥匙文件都删去。`}
      draft={null}
      initialValues={{ keys: [] }}
      onSave={({ keys }) =>
        close.mutateAsync({ params: { roundId: round.id }, body: { keys: [...keys], version: round.version } })
      }
      onClose={onClose}
    >
      <Alert
        type="warning"
        className="before-form"
        title="收回以后不能再交，也不能再打开一次。请保管钥匙的两个人都到场。"
      />
      <Form.Item
        {...fieldOf(endpoints.closeRound.body.shape, 'keys')}
        label="两把钥匙文件"
        extra="两个文件一起选；三把里任意两把都行"
      >
        <KeyFiles />
      </Form.Item>
    </FormDialogue>
  )
}

interface KeyFilesProps {
  readonly id?: string
  readonly onChange?: (keys: readonly string[]) => void
}

function KeyFiles({ id, onChange }: KeyFilesProps) {
  const read = async (files: readonly File[]): Promise<void> =>
    onChange?.(await Promise.all(files.slice(0, 3).map((file) => file.slice(0, 2_000).text())))
  return (
    <input
      {...(id === undefined ? {} : { id })}
      type="file"
      multiple
      accept=".txt"
      onChange={({ target }) => void read([...(target.files ?? [])])}
    />
  )
}
