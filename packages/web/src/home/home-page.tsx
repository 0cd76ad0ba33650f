import { endpoints, roleDuties, roleNames } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Empty, Skeleton } from 'antd'
import { sentenceOf, useRead } from '../service/api.ts'
import { useSession } from '../service/session.ts'
import { dueInChinese } from '../archetypes/dates.ts'
import { Page } from '../archetypes/page.tsx'

/** What I must do, in order of date; nothing else. */
export function HomePage() {
  const { person, grants } = useSession()
  const { data, error } = useRead(endpoints.readHome, {})
  return (
    <Page
      title="今天要做的事"
      facts={
        data === undefined
          ? person.name
          : `${person.name}，${dueInChinese(data.today, data.today).replace(/，今天）/, '）')}`
      }
    >
      {error && (
        <p className="fault" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data === undefined && !error && <Skeleton active aria-label="正在读取" />}
      {data?.tasks.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description="今天没有要办的事。" />}
      {data?.tasks.map(({ id, title, context, link, dueOn }) => (
        <div key={id} className="task">
          <Link to={link}>{title}</Link>
          <div className="quiet">
            {context}
            {dueOn !== null && `　${dueInChinese(dueOn, data.today)}`}
          </div>
        </div>
      ))}
      <h2>我的职责</h2>
      {grants.length === 0 && <p className="quiet">还没有授权。请联系安全管理员。</p>}
      <ul>
        {grants.map(({ id, role, organisation }) => (
          <li key={id}>
            {organisation.name}的{roleNames[role]}：{roleDuties[role]}
          </li>
        ))}
      </ul>
    </Page>
  )
}
