import type { Feature } from '../../platform/feature.ts'
import type { Job } from '../../platform/jobs/index.ts'
import { eraseContactsEachNight } from './erase-contacts.ts'
import { deleteOldDrafts } from '../../platform/import-draft-queries.ts'
import { accountFacts } from './home-facts.ts'
import { organisationRecord } from './own-record.ts'
import { resetTasks } from './reset-tasks.ts'
import { organisationRoutes } from './routes.ts'

export { openAccount } from './accounts.ts'
export { createOrganisation, enterOrganisation } from './create-organisation.ts'
export { permittedOrganisation } from './found.ts'
export { insertGrant } from './grant-queries.ts'
export { giveGrant } from './grants.ts'
export { below, movePaths } from './path-queries.ts'
export { createPerson } from './people.ts'
export { accountsOfPeople, accountToRescue, insertAccount, insertPerson, setDisabled } from './people-queries.ts'
export { putPassword } from './reset-password.ts'
export {
  firstRoot,
  holdTree,
  insertOrganisation,
  namesOf as namesOfPath,
  organisationById,
  type OrganisationRow,
} from './queries.ts'
export { searchableOrganisation, searchablePerson } from './searchable.ts'
export { childrenAsOf, nameAsOf, organisationAsOf, type OrganisationThen } from './version-queries.ts'

const deleteOldDraftsEachNight: Job = {
  name: 'delete-old-drafts',
  schedule: '27 3 * * *',
  work: ({ db, now }) => deleteOldDrafts(db, now),
}

export const organisation: Feature = {
  name: 'organisation',
  routes: organisationRoutes,
  jobs: [deleteOldDraftsEachNight, eraseContactsEachNight],
  searches: [
    { kind: 'organisation', permission: 'organisation.read' },
    { kind: 'person', permission: 'person.read' },
  ],
  tasks: resetTasks,
  homeFacts: accountFacts,
  ownRecord: organisationRecord,
}
