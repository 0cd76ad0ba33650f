import { endpoints, MOST_IN_BATCH, type Problem } from '@duizhao/contract'
import { Button } from 'antd'
import { Suspense, useState } from 'react'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { useFeatures } from '../../platform/feature.ts'
import { request } from '../../platform/service/api.ts'
import { grantedOver, holds, useSession } from '../../platform/service/session.ts'
import { AssignManyForm } from './assign-many-form.tsx'
import { DeadlineManyForm } from './deadline-many-form.tsx'

interface BatchBarProps {
  readonly selected: readonly Problem[]
  /** The organisation the ledger is narrowed to. */
  readonly organisationId: string | undefined
  readonly onClear: () => void
}

/** What can be done with all that is selected. */
export function BatchBar({ selected, organisationId, onClear }: BatchBarProps) {
  const session = useSession()
  const features = useFeatures()
  const [act, setAct] = useState<{
    readonly kind: 'assign' | 'deadline'
    readonly problems: readonly Problem[]
  } | null>(null)
  const close = (): void => setAct(null)
  const over = commonOrganisation(selected) ?? organisationId ?? grantedOver(session, 'problem.read')[0]?.id ?? ''
  const mayWrite = holds(session, 'problem.write')
  const tools = features.flatMap(({ batchTools = [] }) => batchTools)
  return (
    <>
      {selected.length > 0 && (
        <div className="batch" role="region" aria-label="成批操作">
          <strong>已选 {selected.length} 个</strong>
          {selected.length > MOST_IN_BATCH ? (
            <span>一次最多 {MOST_IN_BATCH} 个，请分几次。</span>
          ) : (
            <>
              {mayWrite && (
                <Button type="primary" onClick={() => setAct({ kind: 'assign', problems: selected })}>
                  分派
                </Button>
              )}
              {(mayWrite || holds(session, 'problem.report')) && (
                <Button onClick={() => setAct({ kind: 'deadline', problems: selected })}>改时限、类型</Button>
              )}
              <Suspense>
                {tools.map((Tool, at) => (
                  <Tool key={at} problems={selected} />
                ))}
              </Suspense>
              <DownloadButton
                name="整改台账（选中的）.xlsx"
                fetchFile={() =>
                  request(endpoints.exportChosen, {
                    params: { organisationId: over },
                    body: { problemIds: selected.map(({ id }) => id) },
                  })
                }
              >
                导出选中的
              </DownloadButton>
            </>
          )}
          <Button onClick={onClear}>取消选择</Button>
        </div>
      )}
      {act?.kind === 'assign' && <AssignManyForm problems={act.problems} organisationId={over} onClose={close} />}
      {act?.kind === 'deadline' && <DeadlineManyForm problems={act.problems} onClose={close} />}
    </>
  )
}

/** The organisation all problems belong to, if it is one. */
function commonOrganisation(problems: readonly Problem[]): string | undefined {
  const [first] = problems
  return problems.every(({ organisation }) => organisation.id === first?.organisation.id)
    ? first?.organisation.id
    : undefined
}
