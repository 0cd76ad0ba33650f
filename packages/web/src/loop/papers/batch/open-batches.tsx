import { endpoints } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { instantInChinese } from '../../../platform/archetypes/dates.ts'
import { usePages } from '../../../platform/archetypes/pages-of.ts'
import { useChange } from '../../../platform/service/api.ts'

/** One's batches that are not dealt with: gone on with, or given up. */
export function OpenBatches({ organisationId }: { readonly organisationId: string }) {
  const { rows = [] } = usePages(endpoints.listPaperBatches, { params: { organisationId }, query: {} })
  const remove = useChange(endpoints.removePaperBatch)
  if (rows.length === 0) return null
  return (
    <section aria-label="没有办完的">
      <h2>没有办完的</h2>
      {rows.map(({ id, organisation, at, files, open }) => (
        <div key={id} className="piece">
          <p>
            <Link to="/paper-batch" search={{ batchId: id }}>
              {organisation.name}，{instantInChinese(at)}，{files} 个文件，还有 {open} 个没有办
            </Link>
          </p>
          <Button
            size="small"
            aria-label={`不要了：${instantInChinese(at)}的一批`}
            loading={remove.isPending}
            onClick={() => remove.mutate({ params: { batchId: id } })}
          >
            剩下的不要了
          </Button>
        </div>
      ))}
    </section>
  )
}
