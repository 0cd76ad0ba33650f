import type { Feature } from '../../platform/feature.ts'
import { figureRecord } from './own-record.ts'
import { figureRoutes } from './routes.ts'

export { foundFigures, refuseBackwards } from './body-figures.ts'

export const figures: Feature = { name: 'figures', routes: figureRoutes, ownRecord: figureRecord }
