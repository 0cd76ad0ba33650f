import type { Feature } from '../../platform/feature.ts'
import { talkRoutes } from './routes.ts'

export { requiredTalks } from './required-talks.ts'

export const talks: Feature = { name: 'talks', routes: talkRoutes }
