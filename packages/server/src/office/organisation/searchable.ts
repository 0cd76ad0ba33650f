import { type OrganisationKind, organisationKindNames } from '@duizhao/contract'
import type { OrganisationPath } from '../../platform/access.ts'
import type { Searchable } from '../../platform/search/index.ts'

export function searchableOrganisation(
  { id, name, kind, path }: { id: string; name: string; kind: OrganisationKind; path: OrganisationPath },
  parentName: string | null,
): Searchable {
  const context = [organisationKindNames[kind], ...(parentName === null ? [] : [parentName])].join(' · ')
  return { kind: 'organisation', id, path, title: name, context, link: `/organisations/${id}`, text: '' }
}

export function searchablePerson(
  { id, name, position }: { id: string; name: string; position: string },
  organisation: { readonly id: string; readonly name: string; readonly path: OrganisationPath },
): Searchable {
  const context = [organisation.name, ...(position === '' ? [] : [position])].join(' · ')
  const link = `/organisations/${organisation.id}?person=${id}`
  return { kind: 'person', id, path: organisation.path, title: name, context, link, text: position }
}
