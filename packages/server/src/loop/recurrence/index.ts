import type { Feature } from '../../platform/feature.ts'
import { recurrenceRecord } from './own-record.ts'
import { recurrenceRoutes } from './routes.ts'

/** 老问题又来了: what a person says of a problem and an earlier one, and what the engine offers to decide on. */
export const recurrence: Feature = { name: 'recurrence', routes: recurrenceRoutes, ownRecord: recurrenceRecord }
