import type { WithdrawnImport, WrittenImport } from '@duizhao/contract'
import { App } from 'antd'
import { useState } from 'react'
import { instantInChinese } from '../archetypes/dates.ts'
import { List } from '../archetypes/list.tsx'
import { TakingBack } from './taking-back.tsx'
import { type GivenReason, WithdrawDialogue } from './withdraw-dialogue.tsx'

interface WrittenImportsProps {
  readonly rows: readonly WrittenImport[] | undefined
  readonly error: unknown
  readonly onMore: (() => void) | undefined
  readonly onWithdraw: (importId: string, given: GivenReason) => Promise<WithdrawnImport>
}

/** The imports that were written, each of which may be taken back while nothing it wrote is used. */
export function WrittenImports({ onWithdraw, ...pages }: WrittenImportsProps) {
  const { message } = App.useApp()
  const [taking, setTaking] = useState<WrittenImport | null>(null)
  const withdraw = async ({ id }: WrittenImport, given: GivenReason): Promise<void> => {
    const { removed, restored } = await onWithdraw(id, given)
    void message.success(`已撤销：删除 ${removed} 项，还原 ${restored} 项。`)
  }
  return (
    <>
      <h2>导入记录</h2>
      <List
        label="导入记录"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty="还没有导入过。"
        columns={[
          { header: '时间', cell: ({ at }) => instantInChinese(at) },
          { header: '文件', cell: ({ fileName }) => fileName },
          { header: '导入到', cell: ({ organisation }) => organisation.name },
          { header: '经手人', cell: ({ by }) => by },
          { header: '新增', cell: ({ created }) => <span className="number">{created} 项</span> },
          { header: '修改', cell: ({ changed }) => <span className="number">{changed} 项</span> },
          {
            header: '操作',
            cell: (each) => (
              <TakingBack
                past={each}
                what="撤销这次导入"
                nothing={each.created + each.changed === 0 ? '没有改动' : null}
                onTake={() => setTaking(each)}
              />
            ),
          },
        ]}
      />
      {taking !== null && (
        <WithdrawDialogue
          title="撤销这次导入"
          okText="撤销导入"
          draft={`withdraw-import ${taking.id}`}
          said={null}
          obstaclesOf="已经用到的各项"
          onWithdraw={(given) => withdraw(taking, given)}
          onClose={() => setTaking(null)}
        >
          {taking.fileName}新增的 {taking.created} 项全部删除，改过的 {taking.changed}{' '}
          项还原成原来的内容。有一项后来又改过、登录过或已经用到，就一项也不撤。
        </WithdrawDialogue>
      )}
    </>
  )
}
