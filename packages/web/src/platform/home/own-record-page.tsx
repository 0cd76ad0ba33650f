import { endpoints } from '@duizhao/contract'
import { Button, Skeleton } from 'antd'
import { sentenceOf, useRead } from '../service/api.ts'
import { Page } from '../archetypes/page.tsx'

/** Everything the application holds about the person who asks. */
export function OwnRecordPage() {
  const { data, error } = useRead(endpoints.readOwnRecord, {})
  return (
    <Page title="系统里关于我的记录" actions={<Button onClick={() => print()}>打印</Button>}>
      {error && (
        <p className="fault" role="alert">
          {sentenceOf(error)}
        </p>
      )}
      {data === undefined && !error && <Skeleton active aria-label="正在读取" />}
      {data?.groups.map(({ name, lines }) => (
        <section key={name}>
          <h2>{name}</h2>
          <ul>
            {lines.map((line, at) => (
              // Two lines may say the same.
              <li key={`${at} ${line}`}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </Page>
  )
}
