import type { Feature } from '../../platform/feature.ts'
import { dossierRoutes } from './routes.ts'

/** 一问题一档: all that the features know of one problem, as files. Above them all, so that none has to know of another. */
export const dossier: Feature = { name: 'dossier', routes: dossierRoutes }
