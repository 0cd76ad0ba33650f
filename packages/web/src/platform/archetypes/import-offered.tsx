import type { ImportMending } from '@duizhao/contract'
import { Alert, Button, Space } from 'antd'
import { useState } from 'react'
import { dateInChinese } from './dates.ts'

/** What was said of the columns of a file with the same heads. */
export interface OfferedColumns {
  readonly sheet: string
  /** The day it was said. */
  readonly on: string
  readonly columns: readonly Omit<ImportMending['columns'][number], 'sheet'>[]
}

interface ImportOfferedProps {
  readonly offered: readonly OfferedColumns[]
  readonly names: Readonly<Record<string, string>>
  readonly mending: ImportMending
  readonly isBusy: boolean
  readonly onMend: (mending: ImportMending) => void
}

/** What was said once of columns like these, to be used again or not. */
export function ImportOffered({ offered, names, mending, isBusy, onMend }: ImportOfferedProps) {
  const [refused, setRefused] = useState<readonly string[]>([])
  return offered
    .filter(({ sheet }) => !refused.includes(sheet))
    .map(({ sheet, on, columns }) => (
      <Alert
        key={sheet}
        type="info"
        role="status"
        className="before-form"
        title={`“${sheet}”的表头和${dateInChinese(on)}导入的一样，那次指定过对应栏目。`}
        description={
          <>
            <ul>
              {columns.map(({ column, header, as }) => (
                <li key={column}>
                  “{header}”：{as === 'none' ? '不导入' : `对应“${names[as] ?? as}”`}
                </li>
              ))}
            </ul>
            <Space>
              <Button
                type="primary"
                size="small"
                disabled={isBusy}
                onClick={() =>
                  onMend({
                    ...mending,
                    columns: [
                      ...mending.columns.filter((said) => said.sheet !== sheet),
                      ...columns.map((said) => ({ sheet, ...said })),
                    ],
                  })
                }
              >
                照那次的对应
              </Button>
              <Button size="small" disabled={isBusy} onClick={() => setRefused([...refused, sheet])}>
                这次不用
              </Button>
            </Space>
          </>
        }
      />
    ))
}
