import { QueryClientProvider } from '@tanstack/react-query'
import { lazyRouteComponent, RouterProvider } from '@tanstack/react-router'
import { Alert, App, Button, ConfigProvider, Spin } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import type { SessionDetail } from '@duizhao/contract'
import { Suspense } from 'react'
import { SignInAgain } from '../office/identity/sign-in-again.tsx'
import { SignIn } from '../office/identity/sign-in.tsx'
import { queryClient, sentenceOf } from '../platform/service/api.ts'
import { useHasExpired } from '../platform/service/expiry.ts'
import { features } from '../features.ts'
import { FeaturesProvider } from '../platform/feature.ts'
import { router } from './router.ts'
import { SessionProvider, useSessionQuery } from '../platform/service/session.ts'
import { theme } from './theme.ts'
import { useTypingKeepsSession } from './typing.ts'

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

/** Nobody comes in without signing in, nor with a password somebody else knows, nor without a second step that is wanted. */
function Entrance() {
  const { data: session, error, isPending, refetch } = useSessionQuery()
  const hasExpired = useHasExpired()
  if (isPending) return <Spin className="waiting" size="large" aria-label="正在打开" />
  if (error)
    return (
      <Alert
        className="unreached"
        type="warning"
        showIcon
        title={sentenceOf(error)}
        action={<Button onClick={() => void refetch()}>再试一次</Button>}
      />
    )
  if (!session) return <SignIn />
  return (
    <SessionProvider value={session} key={session.account.id}>
      <FeaturesProvider value={features}>
        <Suspense fallback={<Spin className="waiting" size="large" aria-label="正在打开" />}>
          <Gates session={session} />
        </Suspense>
        {hasExpired && <SignInAgain />}
      </FeaturesProvider>
    </SessionProvider>
  )
}

// Few sessions have any of these before them: they come when they are asked for.
const ChangePassword = lazyRouteComponent(() => import('../office/identity/change-password.tsx'), 'ChangePassword')
const ToldOfResets = lazyRouteComponent(() => import('../office/identity/told-of-resets.tsx'), 'ToldOfResets')
const SecondFactorWanted = lazyRouteComponent(
  () => import('../office/identity/second-factor-setup.tsx'),
  'SecondFactorWanted',
)

/** What has to be done or seen before anything else, in the order the service asks for it. */
function Gates({ session }: { readonly session: SessionDetail }) {
  useTypingKeepsSession(session)
  if (session.mustChangePassword) return <ChangePassword isFirst />
  if (session.resets.length > 0) return <ToldOfResets />
  if (session.secondFactor.mustBeSetUp) return <SecondFactorWanted />
  return <RouterProvider router={router} />
}
