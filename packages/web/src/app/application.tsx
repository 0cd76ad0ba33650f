import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App, Button, ConfigProvider, Result, Spin } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import { ChangePassword } from '../office/identity/change-password.tsx'
import { SignIn } from '../office/identity/sign-in.tsx'
import { queryClient, sentenceOf } from '../platform/service/api.ts'
import { features } from '../features.ts'
import { FeaturesProvider } from '../platform/feature.ts'
import { router } from './router.ts'
import { SessionProvider, useSessionQuery } from '../platform/service/session.ts'
import { theme } from './theme.ts'

/** The whole application: its look, its language, and what everybody shares. */
export function Application() {
  return (
    <ConfigProvider theme={theme} locale={zhCN} button={{ autoInsertSpace: false }}>
      <App>
        <QueryClientProvider client={queryClient}>
          <Entrance />
        </QueryClientProvider>
      </App>
    </ConfigProvider>
  )
}

/** Nobody comes in without signing in, nor with a password somebody else knows. */
function Entrance() {
  const { data: session, error, isPending, refetch } = useSessionQuery()
  if (isPending) return <Spin className="waiting" size="large" aria-label="正在打开" />
  if (error)
    return (
      <Result
        status="warning"
        title={sentenceOf(error)}
        extra={<Button onClick={() => void refetch()}>再试一次</Button>}
      />
    )
  if (!session) return <SignIn />
  return (
    <SessionProvider value={session}>
      <FeaturesProvider value={features}>
        {session.mustChangePassword ? <ChangePassword isFirst /> : <RouterProvider router={router} />}
      </FeaturesProvider>
    </SessionProvider>
  )
}
