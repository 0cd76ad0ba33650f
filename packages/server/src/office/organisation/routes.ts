import { endpoints } from '@duizhao/contract'
import type { FastifyInstance } from 'fastify'
import { record } from '../../platform/audit/index.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { may } from '../../platform/access.ts'
import type { House } from '../../platform/feature.ts'
import { route } from '../../platform/http/route.ts'
import { forbidden } from '../../platform/refusal.ts'
import { writtenImportsPage } from '../../platform/written-import.ts'
import { accountRoutes } from './account-routes.ts'
import { changeOrganisation } from './change-organisation.ts'
import { confirmImport } from './confirm-import.ts'
import { createOrganisation } from './create-organisation.ts'
import { permitted, seen } from './found.ts'
import { type GrantRow, grantsPage } from './grant-queries.ts'
import { giveGrant, revokeGrant } from './grants.ts'
import { importForm } from './import-form.ts'
import { moveOrganisation } from './move-organisation.ts'
import { changePerson, createPerson, removePerson } from './people.ts'
import { peoplePage } from './people-queries.ts'
import { previewImport } from './preview-import.ts'
import { childrenPage, organisationById, rootsFor } from './queries.ts'
import { readOrganisation } from './read-organisation.ts'
import { removeOrganisation } from './remove-organisation.ts'
import { withdrawImport } from './withdraw-import.ts'

export function organisationRoutes(app: FastifyInstance, { features }: House): void {
  route(app, endpoints.listOrganisationRoots, async (_, { db, actor }) => ({ items: await rootsFor(db, actor) }))
  route(app, endpoints.listOrganisationChildren, async ({ params, query }, { db, actor }) => {
    const { id } = seen(actor, await organisationById(db, params.organisationId))
    return childrenPage(db, id, query)
  })
  route(app, endpoints.readOrganisation, ({ params }, context) => readOrganisation(context, params.organisationId))
  route(app, endpoints.createOrganisation, async ({ params, body }, context) =>
    readOrganisation(context, await createOrganisation(context, params.organisationId, body)),
  )
  route(app, endpoints.changeOrganisation, async ({ params, body }, context) => {
    await changeOrganisation(context, params.organisationId, body)
    return readOrganisation(context, params.organisationId)
  })
  route(app, endpoints.moveOrganisation, async ({ params, body }, context) => {
    await moveOrganisation(context, features, params.organisationId, body)
    return readOrganisation(context, params.organisationId)
  })
  route(app, endpoints.removeOrganisation, ({ params }, context) =>
    removeOrganisation(context, features, params.organisationId),
  )

  route(app, endpoints.listPeople, async ({ params, query }, { db, actor, now }) => {
    const organisation = permitted(actor, 'person.read', await organisationById(db, params.organisationId))
    if (query.account !== undefined && !may(actor, 'account.read', organisation.path)) throw forbidden()
    return peoplePage(db, organisation, { ...query, now })
  })
  route(app, endpoints.createPerson, ({ params, body }, context) => createPerson(context, params.organisationId, body))
  route(app, endpoints.changePerson, ({ params, body }, context) => changePerson(context, params.personId, body))
  route(app, endpoints.removePerson, ({ params }, context) => removePerson(context, features, params.personId))

  accountRoutes(app)

  route(app, endpoints.listGrants, async ({ params, query }, context) => {
    const { db, actor } = context
    const organisation = permitted(actor, 'grant.read', await organisationById(db, params.organisationId))
    const { items, next } = await grantsPage(db, organisation, query)
    const { id: organisationId, name: subject } = organisation
    const act = { action: 'grant.list', subject, organisationId, detail: { below: query.below } }
    // Once for a reading, not for each page of it.
    if (query.after === undefined) await transaction(db, (tx) => record(tx, context, act))
    return { items: items.map(toGrant), next }
  })
  route(app, endpoints.giveGrant, async ({ params, body }, context) =>
    toGrant(await giveGrant(context, params.organisationId, body)),
  )
  route(app, endpoints.revokeGrant, ({ params }, context) => revokeGrant(context, params.grantId))

  route(app, endpoints.previewImport, ({ params, file }, context) =>
    previewImport(context, params.organisationId, file),
  )
  route(app, endpoints.confirmImport, ({ params }, context) => confirmImport(context, params.importId))
  route(app, endpoints.listImports, async ({ params, query }, { db, actor }) => {
    const organisation = permitted(actor, 'import.write', await organisationById(db, params.organisationId))
    return writtenImportsPage(db, 'organisations', organisation, query)
  })
  route(app, endpoints.withdrawImport, ({ params, body }, context) =>
    withdrawImport(context, features, params.importId, body.reason),
  )
  route(app, endpoints.importForm, async () => importForm())
}

function toGrant({
  id,
  role,
  grantedAt,
  organisationId,
  organisationName,
  accountId,
  login,
  personName,
  giverLogin,
}: GrantRow) {
  return {
    id,
    role,
    organisation: { id: organisationId, name: organisationName },
    account: { id: accountId, login, personName },
    grantedAt: grantedAt.toISOString(),
    grantedBy: giverLogin ?? '首次设置',
  }
}
