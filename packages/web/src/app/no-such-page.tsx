import { Link } from '@tanstack/react-router'
import { Page } from '../platform/archetypes/page.tsx'

/** What an address shows that leads nowhere: mistyped, or of a page that is no more. */
export function NoSuchPage() {
  return (
    <Page title="没有这一页" facts="地址可能写错了，或者是旧的链接。">
      <Link to="/">回到今天</Link>
    </Page>
  )
}
