import type { Person, RefusedPlace } from '@duizhao/contract'
import { DEEPEST_LEVEL, type OrganisationKind } from '@duizhao/contract'
import { v7 as newId } from 'uuid'
import type { OrganisationPath } from '../../platform/access.ts'
import { faultAt } from '../../platform/list-sheets.ts'
import type { ImportLines, OrganisationLine, PersonLine } from './import-lines.ts'

/** An organisation of the tree as the plan sees it. */
export interface KnownOrganisation {
  readonly id: string
  readonly name: string
  readonly kind: OrganisationKind
  readonly path: OrganisationPath
}

export interface Known {
  /** The organisation the import is for, first, and everything below it. */
  readonly organisations: readonly KnownOrganisation[]
  /** The people of these organisations. */
  readonly people: readonly Pick<
    Person,
    'id' | 'name' | 'position' | 'email' | 'isPartyMember' | 'organisation' | 'account'
  >[]
  readonly takenLogins: ReadonlySet<string>
}

export type Effect = 'create' | 'change' | 'none'

export interface PlannedOrganisation extends KnownOrganisation {
  readonly line: OrganisationLine
  readonly effect: Effect
  /** The kind it has until now; null for one that is created. */
  readonly before: OrganisationKind | null
  readonly parentId: string | null
  readonly parentName: string
}

export interface PlannedPerson {
  readonly line: PersonLine
  readonly effect: Effect
  /** What is known of them until now; null for one who is registered. */
  readonly before: Pick<Person, 'position' | 'email' | 'isPartyMember'> | null
  readonly id: string
  readonly organisation: KnownOrganisation
  readonly opensAccount: boolean
}

export interface ImportPlan {
  readonly organisations: readonly PlannedOrganisation[]
  readonly people: readonly PlannedPerson[]
  readonly faults: readonly RefusedPlace[]
}

/** What the lines would do to what is there: nothing is doubled that the tree already has under the same name. */
export function planImport(lines: ImportLines, known: Known): ImportPlan {
  const faults: RefusedPlace[] = []
  const tree = new Tree(known.organisations)
  const organisations = lines.organisations.flatMap((line) => planOrganisation(line, tree, faults))
  const people = planPeople(lines.people, { known, tree, faults })
  return { organisations, people, faults }
}

/** Organisations by name, growing with the plan. */
class Tree {
  readonly root: KnownOrganisation | undefined
  readonly #byName = new Map<string, KnownOrganisation[]>()
  readonly #byId = new Map<string, KnownOrganisation>()

  constructor(organisations: readonly KnownOrganisation[]) {
    this.root = organisations[0]
    for (const organisation of organisations) this.add(organisation)
  }

  add(organisation: KnownOrganisation): void {
    this.#byName.set(organisation.name, [...(this.#byName.get(organisation.name) ?? []), organisation])
    this.#byId.set(organisation.id, organisation)
  }

  /** Those a reader may mean: by name, or by the end of the way to them (“水务局/办公室”); none written means the root. */
  meant(words: string): KnownOrganisation[] {
    const names = words
      .split(/[/／>＞]/)
      .map((name) => name.trim())
      .filter((name) => name !== '')
    const last = names.at(-1)
    if (last === undefined) return this.root ? [this.root] : []
    return (this.#byName.get(last) ?? []).filter(({ path }) => {
      const above = path.slice(0, -1).map((id) => this.#byId.get(id)?.name)
      const wanted = names.slice(0, -1)
      return wanted.every((name, index) => above.at(index - wanted.length) === name)
    })
  }

  childOf(parent: KnownOrganisation, name: string): KnownOrganisation | undefined {
    return this.#byName.get(name)?.find(({ path }) => path.at(-2) === parent.id)
  }
}

function planOrganisation(line: OrganisationLine, tree: Tree, faults: RefusedPlace[]): PlannedOrganisation[] {
  const parent = only(tree.meant(line.parent))
  if (typeof parent === 'string') {
    faults.push(faultAt(line, 'parent', `${parent}：“${line.parent}”`))
    return []
  }
  const present = tree.childOf(parent, line.name)
  if (present) {
    const effect = present.kind === line.kind ? 'none' : 'change'
    const { kind: before } = present
    return [{ ...present, kind: line.kind, line, effect, before, parentId: parent.id, parentName: parent.name }]
  }
  if (parent.path.length >= DEEPEST_LEVEL) {
    faults.push(faultAt(line, 'organisation', `组织最多 ${DEEPEST_LEVEL} 级，“${parent.name}”下面不能再建`))
    return []
  }
  const id = newId()
  const created = { id, name: line.name, kind: line.kind, path: [...parent.path, id] }
  tree.add(created)
  return [{ ...created, line, effect: 'create', before: null, parentId: parent.id, parentName: parent.name }]
}

function only(found: readonly KnownOrganisation[]): KnownOrganisation | string {
  const [first, second] = found
  if (!first) return '没有这个组织'
  return second ? '有几个组织都叫这个名称，请写成“上级/名称”' : first
}

interface PeopleNeeds {
  readonly known: Known
  readonly tree: Tree
  readonly faults: RefusedPlace[]
}

function planPeople(lines: readonly PersonLine[], { known, tree, faults }: PeopleNeeds): PlannedPerson[] {
  const present = new Map(known.people.map((person) => [`${person.organisation.id} ${person.name}`, person]))
  const met = new Map<string, PersonLine>()
  const logins = new Map<string, PersonLine>()
  return lines.flatMap((line) => {
    const organisation = only(tree.meant(line.unit))
    if (typeof organisation === 'string') {
      faults.push(faultAt(line, 'unit', `${organisation}：“${line.unit}”`))
      return []
    }
    const key = `${organisation.id} ${line.name}`
    const twin = met.get(key)
    if (twin) {
      faults.push(faultAt(line, 'name', `“${organisation.name}”的${line.name}在第 ${twin.row} 行已经有了`))
      return []
    }
    met.set(key, line)
    const person = present.get(key)
    const opensAccount = line.login !== null && (person?.account ?? null) === null
    if (opensAccount && line.login !== null) checkLogin(line, line.login.toLowerCase(), { logins, known, faults })
    const isSame =
      person?.position === line.position && person.email === line.email && person.isPartyMember === line.isPartyMember
    const effect = person === undefined ? 'create' : isSame && !opensAccount ? 'none' : 'change'
    return [{ line, effect, before: person ?? null, id: person?.id ?? newId(), organisation, opensAccount }]
  })
}

interface LoginNeeds {
  readonly logins: Map<string, PersonLine>
  readonly known: Known
  readonly faults: RefusedPlace[]
}

function checkLogin(line: PersonLine, login: string, { logins, known, faults }: LoginNeeds): void {
  const other = logins.get(login)
  if (other) faults.push(faultAt(line, 'login', `账号与第 ${other.row} 行相同`))
  if (known.takenLogins.has(login)) faults.push(faultAt(line, 'login', `账号“${line.login ?? ''}”已经有人用了`))
  logins.set(login, line)
}
