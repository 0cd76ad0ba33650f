import { endpoints } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { Button } from 'antd'
import { useChange } from '../service/api.ts'
import { instantInChinese } from '../archetypes/dates.ts'
import { List } from '../archetypes/list.tsx'
import { Page } from '../archetypes/page.tsx'
import { usePages } from '../archetypes/pages-of.ts'

/** What the application has told me. */
export function NotificationsPage() {
  const pages = usePages(endpoints.listNotifications, {})
  const read = useChange(endpoints.readNotifications)
  return (
    <Page title="消息" actions={<Button onClick={() => read.mutate({ body: { ids: null } })}>全部标为已读</Button>}>
      <List
        label="消息"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty="还没有消息。"
        columns={[
          { header: '时间', cell: ({ at }) => instantInChinese(at) },
          {
            header: '内容',
            // To open what it is about is to read it.
            cell: ({ id, title, link, readAt }) =>
              readAt === null ? (
                <Link to={link} onClick={() => read.mutate({ body: { ids: [id] } })}>
                  <strong>{title}</strong>
                </Link>
              ) : (
                <Link to={link}>{title}</Link>
              ),
          },
          {
            header: '状态',
            cell: ({ id, readAt }) =>
              readAt === null ? (
                <Button size="small" onClick={() => read.mutate({ body: { ids: [id] } })}>
                  标为已读
                </Button>
              ) : (
                '已读'
              ),
          },
        ]}
      />
    </Page>
  )
}
