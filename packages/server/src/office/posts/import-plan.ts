import {
  isBranchKind,
  type Post,
  type PostRole,
  postRoleNames,
  postRolesOf,
  type RefusedPlace,
} from '@duizhao/contract'
import { namesInCell, type PostPlace, postNamed } from '@duizhao/engine/wording'
import type { ActorContext } from '../../platform/context.ts'
import type { Database } from '../../platform/database/pool.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { faultAt } from '../../platform/list-sheets.ts'
import type { OrganisationRow } from '../organisation/index.ts'
import { fits, misfit } from './check-post.ts'
import type { PostLine, PostLines } from './import-lines.ts'
import { knownPosts, organisationsCalled, peopleCalled } from './import-queries.ts'
import { meant, type NamedPlace, namesOfWay, nearest } from './named-places.ts'
import { spanInWords } from './post-words.ts'
import type { PostFields } from './queries.ts'

export interface PlannedPost {
  readonly line: PostLine
  readonly effect: 'create' | 'change' | 'none'
  readonly body: NamedPlace
  readonly person: NamedPlace
  /** The post the line tells of; null for a new one. */
  readonly post: Post | null
  /** What the units are called that the line says are led. */
  readonly leads: readonly string[]
  readonly fields: Omit<PostFields, 'seat'>
}

export interface PostPlan {
  readonly posts: readonly PlannedPost[]
  readonly faults: readonly RefusedPlace[]
  readonly remarks: readonly RefusedPlace[]
}

/** What lines name, found: the body, who it is, what he is, leads and lives in. */
interface Named {
  readonly line: PostLine
  readonly body: NamedPlace
  readonly person: NamedPlace
  readonly role: PostRole
  readonly leads: readonly NamedPlace[]
  readonly branchId: string | null
}

interface Notes {
  readonly faults: RefusedPlace[]
  readonly remarks: RefusedPlace[]
}

/**
 * What the lines would do to what is there: nothing is entered twice, a blank cell takes nothing away, and who is already
 * that on other days is a fault.
 */
export async function planPosts(
  { db, actor }: { readonly db: Database | Tx; readonly actor: ActorContext['actor'] },
  organisation: OrganisationRow,
  { posts: lines }: PostLines,
): Promise<PostPlan> {
  const words = lines.flatMap(({ body, branch, leads }) => [body, branch, ...leads].flatMap(allNames))
  const organisations = await organisationsCalled(db, actor, [...new Set(words)])
  const people = await peopleCalled(db, actor, [...new Set(lines.map(({ name }) => name))])
  const notes: Notes = { faults: [], remarks: [] }
  const named = lines.flatMap((line) => nameLine(line, { organisation, organisations, people, notes }))
  const ids = (of: (one: Named) => string): string[] => [...new Set(named.map(of))]
  const known = await knownPosts(
    db,
    ids(({ person }) => person.id),
    ids(({ body }) => body.id),
  )
  return { posts: planNamed(named, known, notes), ...notes }
}

function allNames(words: string): string[] {
  const { name, above } = namesOfWay(words)
  return [name, ...above].filter((each) => each !== '')
}

interface Around {
  readonly organisation: OrganisationRow
  readonly organisations: readonly NamedPlace[]
  readonly people: readonly NamedPlace[]
  readonly notes: Notes
}

function nameLine(line: PostLine, { organisation, organisations, people, notes }: Around): Named[] {
  const { faults } = notes
  const within = organisations.filter(({ path }) => path.includes(organisation.id))
  const body = line.body === '' ? organisation : only(meant(line.body, within))
  if (typeof body === 'string') {
    faults.push(faultAt(line, 'body', `${body}：“${line.body}”，要在“${organisation.name}”里`))
    return []
  }
  const bearers = people.filter(({ name }) => name === line.name)
  const person = only(bearers.length === 0 ? [] : nearest(bearers, body))
  if (typeof person === 'string') {
    const why =
      bearers.length === 0 ? `没有找到“${line.name}”，请先登记人员` : `有几个人叫“${line.name}”，不知道是哪一个`
    faults.push(faultAt(line, 'name', why))
    return []
  }
  const role = roleOf(line, body, faults)
  const branchId = line.branch === '' ? null : branchOf(line, { body, organisations, faults })
  const leads = line.leads.flatMap((unit) => unitOf(unit, { line, body, organisations, notes }))
  return role === null ? [] : [{ line, body, person, role, leads, branchId: branchId === body.id ? null : branchId }]
}

function only(found: readonly NamedPlace[]): NamedPlace | string {
  const [first, second] = found
  if (!first) return '没有这个组织'
  return second ? '有几个组织都叫这个名称，请写成“上级/名称”' : first
}

const PARTY_KINDS = new Set<NamedPlace['kind']>(['committee', 'working_committee', 'party_group'])

function roleOf({ caption, ...line }: PostLine, body: NamedPlace, faults: RefusedPlace[]): PostRole | null {
  const place: PostPlace = isBranchKind(body.kind) ? 'branch' : PARTY_KINDS.has(body.kind) ? 'party' : 'unit'
  const role = line.role ?? postNamed(caption, place)
  if (role === null) {
    const names = postRolesOf(body.kind).map((one) => postRoleNames[one])
    faults.push(faultAt(line, 'caption', `“${caption}”看不出是哪种职务，请在“职务种类”一列写：${names.join('、')}`))
    return null
  }
  if (fits(role, body)) return role
  faults.push(faultAt(line, line.role === null ? 'caption' : 'role', misfit(role, body)))
  return null
}

interface InBody {
  readonly body: NamedPlace
  readonly organisations: readonly NamedPlace[]
}

function branchOf(line: PostLine, { body, organisations, faults }: InBody & { faults: RefusedPlace[] }): string | null {
  const found = meant(line.branch, organisations).filter(({ kind }) => isBranchKind(kind))
  const branch = only(found.length === 0 ? [] : nearest(found, body))
  if (typeof branch !== 'string') return branch.id
  faults.push(faultAt(line, 'branch', `${found.length === 0 ? '没有这个支部' : branch}：“${line.branch}”`))
  return null
}

/** A unit that somebody leads. Words that are no unit's name are work of his: it is said that they are not read. */
function unitOf(
  words: string,
  { line, body, organisations, notes }: InBody & { line: PostLine; notes: Notes },
): NamedPlace[] {
  const found = meant(words, organisations)
  const unit = only(found.length === 0 ? [] : nearest(found, body))
  if (typeof unit !== 'string') return [unit]
  const isUnit = found.length > 0 || namesInCell(words).some(({ kind }) => kind === 'unit')
  if (isUnit) notes.faults.push(faultAt(line, 'leads', `${unit}：“${words}”`))
  else notes.remarks.push(faultAt(line, 'leads', `“${words}”不是单位、科室，没有写进分管`))
  return []
}

function planNamed(named: readonly Named[], known: readonly Post[], { faults }: Notes): PlannedPost[] {
  const planned: PlannedPost[] = []
  for (const each of named) {
    const plan = planOne(each, known, faults)
    if (plan === null) continue
    const twin = planned.find((other) => isSamePerson(other, plan) && overlap(other.fields, plan.fields))
    if (twin) faults.push(faultAt(each.line, 'name', `${each.person.name}的这个职务在第 ${twin.line.row} 行已经有了`))
    else planned.push(plan)
  }
  return planned
}

function isSamePerson(one: PlannedPost, other: PlannedPost): boolean {
  return one.person.id === other.person.id && one.body.id === other.body.id && one.fields.role === other.fields.role
}

type Days = Pick<Post, 'fromOn' | 'toOn'>

function overlap(one: Days, other: Days): boolean {
  const isBefore = (first: Days, second: Days): boolean => first.toOn !== null && first.toOn < second.fromOn
  return !isBefore(one, other) && !isBefore(other, one)
}

function planOne(named: Named, known: readonly Post[], faults: RefusedPlace[]): PlannedPost | null {
  const { line, body, person, leads, branchId } = named
  const own = known.filter((post) => post.person.id === person.id && post.organisation.id === body.id)
  const post = postTold(named, own)
  const fromOn = post?.fromOn ?? line.fromOn
  if (fromOn === null) {
    faults.push(faultAt(line, 'term', '请写任职时间，如 2026年3月15日'))
    return null
  }
  const fields = {
    role: post?.role ?? named.role,
    caption: line.caption === '' ? (post?.caption ?? '') : line.caption,
    leadIds: line.leads.length === 0 ? (post?.leads ?? []).map(({ id }) => id) : leads.map(({ id }) => id),
    branchId: branchId ?? post?.branch?.id ?? null,
    fromOn,
    toOn: line.toOn ?? post?.toOn ?? null,
  }
  const other = own.find((one) => one !== post && one.role === fields.role && overlap(one, fields))
  if (other) {
    const said = `${person.name}在“${body.name}”已经任${postRoleNames[other.role]}：${spanInWords(other)}`
    faults.push(faultAt(line, 'term', `${said}；日期不对的，请在“任职”里修改`))
    return null
  }
  const effect = post === null ? 'create' : isChanged(post, fields) ? 'change' : 'none'
  return { line, effect, body, person, post, leads: leads.map(({ name }) => name), fields }
}

/** The post that a line tells of: of that role from that day, or where no day is written the last of the role. */
function postTold({ line, role }: Named, own: readonly Post[]): Post | null {
  const isTold = ({ fromOn }: Post): boolean => line.fromOn === null || line.fromOn === fromOn
  const told = own.filter((post) => post.role === role && isTold(post))
  // Whose role only the words tell may have been entered as something else.
  const alike = line.role !== null ? [] : own.filter((post) => isTold(post) && post.caption === line.caption)
  const found = told.length > 0 ? told : alike
  return found.toSorted((a, b) => b.fromOn.localeCompare(a.fromOn))[0] ?? null
}

function isChanged(post: Post, { caption, leadIds, branchId, toOn }: Omit<PostFields, 'seat'>): boolean {
  const leads = post.leads.map(({ id }) => id)
  return (
    post.caption !== caption ||
    leads.join() !== leadIds.join() ||
    (post.branch?.id ?? null) !== branchId ||
    post.toOn !== toOn
  )
}
