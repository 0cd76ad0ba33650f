import { Button } from 'antd'
import { OrganisationSelect } from '../../../platform/elements/organisation-select.tsx'
import { FillForm } from './fill-form.tsx'
import { filled, type Row } from './rows-of-paper.ts'

interface RowsHeadProps {
  /** Those that are shown. */
  readonly rows: readonly Row[]
  readonly all: readonly Row[]
  readonly organisationId: string | undefined
  readonly onOrganisation: (id: string | undefined) => void
  readonly onChange: (rows: readonly Row[]) => void
}

/** Into which ledger they go, and what is done to all of them at once. */
export function RowsHead({ rows, all, organisationId, onOrganisation, onChange }: RowsHeadProps) {
  const chosen = rows.filter(({ isChosen }) => isChosen).length
  const sure = new Set(rows.flatMap(({ id, doubt, isChosen }) => (doubt === null && !isChosen ? [id] : [])))
  return (
    <>
      <div className="filters">
        <OrganisationSelect isPlain label="登记单位" value={organisationId} onChange={onOrganisation} />
        {sure.size > 0 && (
          <Button onClick={() => onChange(all.map((row) => (sure.has(row.id) ? { ...row, isChosen: true } : row)))}>
            勾选没有疑问的 {sure.size} 个
          </Button>
        )}
      </div>
      {chosen > 0 && (
        <FillForm
          count={chosen}
          organisationId={organisationId ?? ''}
          onFill={(filling) => onChange(filled(all, filling))}
        />
      )}
    </>
  )
}
