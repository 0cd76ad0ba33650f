import { endpoints } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Fold } from '../../platform/archetypes/fold.tsx'
import { List } from '../../platform/archetypes/list.tsx'
import { useRead } from '../../platform/service/api.ts'
import type { OfYear } from './of-year.ts'

/** What the problems of three units and more are about. */
export function CommonMatters({ organisationId, year }: OfYear) {
  const { data, error } = useRead(endpoints.listCommonMatters, { params: { organisationId }, query: { year } })
  return (
    <Fold title="共性问题" gist={data && `${data.items.length} 项`}>
      <p className="quiet">三个以上单位的问题都涉及的事，按问题里的用语归类，只供参考。</p>
      <List
        label={`${year}年共性问题`}
        rows={data?.items}
        error={error}
        keyOf={({ matter }) => matter}
        whenEmpty="没有三个以上单位共有的。"
        columns={[
          { header: '涉及的事', cell: ({ matter }) => matter },
          { header: '单位', cell: ({ units }) => `${units} 个` },
          { header: '问题', cell: ({ problems }) => `${problems} 个` },
          {
            header: '例如',
            cell: ({ examples }) =>
              examples.map(({ id, number, organisation }, at) => (
                <span key={id}>
                  {at > 0 && '、'}
                  <Link to="/problems/$problemId" params={{ problemId: id }}>
                    {organisation.name} {number} 号
                  </Link>
                </span>
              )),
          },
        ]}
      />
    </Fold>
  )
}
