import { createRouter } from '@tanstack/react-router'
import { features } from '../features.ts'
import { root } from '../platform/feature.ts'
import { NoSuchPage } from './no-such-page.tsx'
import { Shell } from './shell.tsx'

root.update({ component: Shell })

// Each page by its own type, so that a link to a page that does not exist does not compile.
type Page = (typeof features)[number]['pages'][number]

export const router = createRouter({
  routeTree: root.addChildren(features.flatMap<Page>(({ pages }) => pages)),
  defaultPreload: 'intent',
  defaultNotFoundComponent: NoSuchPage,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
