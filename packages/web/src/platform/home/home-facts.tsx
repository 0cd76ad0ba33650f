import { WarningOutlined } from '@ant-design/icons'
import { endpoints } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { useRead } from '../service/api.ts'
import { linkOf } from './link-of.ts'

/** How what one answers for stands, what is amiss first; nothing to whom nothing of the kind is entrusted. */
export function HomeFacts() {
  const { data } = useRead(endpoints.readHomeFacts, {})
  if (data === undefined || data.facts.length === 0) return null
  return (
    <section aria-label="我管的事">
      <h2>我管的事</h2>
      <dl className="facts home-facts">
        {data.facts.map(({ id, name, value, link, isAmiss }) => (
          <div key={id}>
            <dt>{name}</dt>
            <dd className={isAmiss ? 'amiss' : undefined}>
              {isAmiss && <WarningOutlined aria-label="要办" />}{' '}
              {link === null ? value : <Link {...linkOf(link)}>{value}</Link>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
