import type { Feature } from '../../platform/feature.ts'
import { draftRoutes } from './routes.ts'

export const drafts: Feature = { name: 'drafts', routes: draftRoutes }
