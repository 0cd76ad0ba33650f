import type { Feature } from '../../platform/feature.ts'
import { reviewRecord } from './own-record.ts'
import { reviewRoutes } from './routes.ts'

export const reviews: Feature = { name: 'reviews', routes: reviewRoutes, ownRecord: reviewRecord }
