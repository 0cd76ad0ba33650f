import { type BatchFile, paperKindNames } from '@duizhao/contract'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { LinkButton } from '../../../platform/archetypes/link-button.tsx'
import { Page } from '../../../platform/archetypes/page.tsx'
import { OrganisationSelect } from '../../../platform/elements/organisation-select.tsx'
import { choicesOf, inOrder, isOpen, missingIn, type Said, saidFirst } from './batch-choices.ts'
import { BatchTable, SettledFiles, sortedInWords } from './batch-table.tsx'
import { DropZone, UploadLines } from './drop-zone.tsx'
import { OpenBatches } from './open-batches.tsx'
import { useBatchPage } from './use-batch-page.ts'
import './batch.css'

/** Many files at once: dropped, read, sorted; what is in doubt is asked, then they are put in as papers. */
export function BatchPage() {
  const { batchId, organisationId, setOrganisation, files, uploads, isUnderWay, add, enter, faults } = useBatchPage()
  return (
    <Page
      isWide
      title="批量提交文稿"
      facts="放进来的先读一读，认出种类、是谁的；拿不准的问一次；确认以后才成为文稿，在这以前只有自己看得见"
      actions={<LinkButton to="/papers">回到文稿</LinkButton>}
    >
      {batchId === undefined && (
        <>
          <div className="filters">
            <OrganisationSelect isPlain label="文稿所属单位" value={organisationId} onChange={setOrganisation} />
          </div>
          {organisationId !== undefined && <OpenBatches organisationId={organisationId} />}
        </>
      )}
      <DropZone isReady={organisationId !== undefined && !isUnderWay} onFiles={(given) => void add(given)} />
      <UploadLines uploads={uploads} />
      {faults.map((fault) => (
        <Alert key={fault} type="error" role="alert" className="before-form" title={fault} />
      ))}
      <Entered files={files} />
      <Sorted {...{ files, organisationId: organisationId ?? '', isUnderWay }} onEnter={enter} />
      <SettledFiles files={files} />
    </Page>
  )
}

function Entered({ files }: { readonly files: readonly BatchFile[] }) {
  const entered = files.filter(({ state }) => state === 'entered').length
  if (entered === 0) return null
  return (
    <Alert
      type="success"
      role="status"
      className="before-form"
      title={`这一批提交了 ${entered} 份文稿。替别人交的已经送审，并告诉了本人；自己的在“我起草的”里，看过再送审。`}
    />
  )
}

interface SortedProps {
  readonly files: readonly BatchFile[]
  readonly organisationId: string
  readonly isUnderWay: boolean
  readonly onEnter: (choices: ReturnType<typeof choicesOf>) => Promise<void>
}

/** What was read, sorted, and what somebody says of it. */
function Sorted({ files, organisationId, isUnderWay, onEnter }: SortedProps) {
  const [said, setSaid] = useState<ReadonlyMap<string, Said>>(new Map())
  const [isEntering, setEntering] = useState(false)
  const saidOf = (file: BatchFile): Said => said.get(file.id) ?? saidFirst(file)
  const open = inOrder(files.filter(isOpen), paperKindNames)
  const asked = open.filter((file) => missingIn(saidOf(file)) !== null).length
  const choices = choicesOf(open, saidOf)
  const ready = choices.filter(({ as }) => as !== 'left').length
  if (open.length === 0) return null
  const enter = async (): Promise<void> => {
    setEntering(true)
    await onEnter(choices)
    setEntering(false)
  }
  return (
    <>
      <p>
        {sortedInWords(open, saidOf)}。{asked > 0 && <strong>有 {asked} 份要说明，排在前面。</strong>}
      </p>
      <BatchTable
        {...{ files: open, organisationId, saidOf }}
        onSay={(file, more) => setSaid(new Map([...said, [file.id, { ...saidOf(file), ...more }]]))}
      />
      <p className="actions">
        <Button
          type="primary"
          disabled={choices.length === 0 || isUnderWay}
          loading={isEntering}
          onClick={() => void enter()}
        >
          {ready === 0 ? '都不交' : `提交 ${ready} 份`}
        </Button>
        {asked > 0 && <span className="quiet">没有说明的 {asked} 份先留着</span>}
      </p>
    </>
  )
}
