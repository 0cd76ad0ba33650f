export { hashInitialPassword, hashPassword, initialPassword } from './password.ts'
export { deleteEndedSessions, deleteSessionsOf, setPassword } from './queries.ts'
export { identityRoutes } from './routes.ts'
export { signedIn } from './signed-in.ts'
