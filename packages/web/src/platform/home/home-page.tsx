import { type Answer, endpoints, roleDuties, roleNames } from '@duizhao/contract'
import { ExclamationCircleOutlined } from '@ant-design/icons'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { sentenceOf, useRead } from '../service/api.ts'
import { useSession } from '../service/session.ts'
import { dueInChinese, overdueInChinese } from '../archetypes/dates.ts'
import { Page } from '../archetypes/page.tsx'
import { useFeatures } from '../feature.ts'
import { HomeFacts } from './home-facts.tsx'
import { linkOf } from './link-of.ts'
import './home-slots.ts'
import './home.css'

/** What I must do, in order of date; and below it how what I answer for stands. */
export function HomePage() {
  const { person, grants } = useSession()
  const { data, error } = useRead(endpoints.readHome, {})
  const parts = useFeatures()
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
      {data !== undefined && <Tasks {...data} />}
      <HomeFacts />
      {parts.map(({ name, HomePart }) => HomePart !== undefined && <HomePart key={name} />)}
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

type Home = Answer<typeof endpoints.readHome>

/** What is overdue first, then the rest by date, what has no date last. */
function Tasks({ tasks, today }: Home) {
  if (tasks.length === 0) return <p className="nothing">今天没有要办的事。</p>
  const ordered = tasks.toSorted((a, b) => (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999'))
  const groups = [
    { name: '已超期', tasks: ordered.filter(({ dueOn }) => dueOn !== null && dueOn < today) },
    { name: '接下来', tasks: ordered.filter(({ dueOn }) => dueOn === null || dueOn >= today) },
  ].filter((group) => group.tasks.length > 0)
  return groups.map((group) => (
    <section key={group.name} aria-label={group.name}>
      {groups.length > 1 && (
        <h2>
          {group.name} <span className="quiet number">{group.tasks.length}</span>
        </h2>
      )}
      <ul className="tasks">
        {group.tasks.map((task) => (
          <TaskLine key={task.id} task={task} today={today} />
        ))}
      </ul>
    </section>
  ))
}

function TaskLine({ task, today }: { readonly task: Home['tasks'][number]; readonly today: string }) {
  const { title, context, link, dueOn, overdueDays } = task
  const isOverdue = dueOn !== null && dueOn < today
  return (
    <li className="task">
      <Link {...linkOf(link)}>{title}</Link>
      <div className="quiet">{context}</div>
      {dueOn !== null && (
        <div className={isOverdue ? 'overdue' : 'quiet'}>
          {isOverdue && <ExclamationCircleOutlined aria-hidden="true" />} {dueInChinese(dueOn, today)}
          {isOverdue && ` ${overdueInChinese(overdueDays)}`}
        </div>
      )}
    </li>
  )
}
