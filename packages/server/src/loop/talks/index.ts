import type { Feature } from '../../platform/feature.ts'
import { talkRoutes } from './routes.ts'

export const talks: Feature = { name: 'talks', routes: talkRoutes }
