import {
  branchKinds,
  endpoints,
  isBranchKind,
  type OrganisationDetail,
  type Post,
  type PostRole,
  postRoleNames,
  postRolesOf,
} from '@duizhao/contract'
import { App, Form, Input, InputNumber, Select } from 'antd'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { todayInChina } from '../../platform/archetypes/dates.ts'
import { fieldOf } from '../../platform/archetypes/field-rules.ts'
import { FormDialogue } from '../../platform/archetypes/form-dialogue.tsx'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'
import { OrganisationsSelect } from '../../platform/elements/organisations-select.tsx'
import { PersonSelect } from '../../platform/elements/person-select.tsx'
import { useChange } from '../../platform/service/api.ts'

interface PostFormProps {
  readonly organisation: OrganisationDetail
  /** The post that is changed, null for a new one. */
  readonly post: Post | null
  readonly onClose: () => void
}

interface Fields {
  readonly personId: string
  readonly role: PostRole
  readonly caption: string
  readonly seat: number | null
  readonly leadIds: string[]
  readonly branchId?: string | null
  readonly fromOn: string
  readonly toOn: string | null
}

const EMPTY = { caption: '', seat: null, leadIds: [], branchId: null, toOn: null }

const asked = endpoints.createPost.body.shape

/** Who is what, from when to when; what he leads and where he lives as a party member. */
export function PostForm({ organisation, post, onClose }: PostFormProps) {
  const { message } = App.useApp()
  const create = useChange(endpoints.createPost)
  const change = useChange(endpoints.changePost)
  const { id, kind, path } = organisation
  const near = path.at(-2)?.id ?? id
  const roles = postRolesOf(kind)
  const save = async ({ personId, branchId = null, ...fields }: Fields): Promise<void> => {
    const body = { ...fields, branchId }
    const saved =
      post === null
        ? await create.mutateAsync({ params: { organisationId: id }, body: { ...body, personId } })
        : await change.mutateAsync({ params: { postId: post.id }, body: { ...body, version: post.version } })
    void message.success(`${saved.person.name}的任职已${post === null ? '登记' : '修改'}。`)
  }
  return (
    <FormDialogue<Fields>
      title={post === null ? `登记${organisation.name}的任职` : `修改${post.person.name}的任职`}
      okText={post === null ? '登记任职' : '保存'}
      draft={post === null ? `post ${id}` : `post ${post.id} ${post.version}`}
      initialValues={
        post === null ? { ...EMPTY, role: roles[0] ?? 'observer', fromOn: todayInChina() } : fieldsOf(post)
      }
      onSave={save}
      said={null}
      onClose={onClose}
    >
      {post === null && (
        <Form.Item {...fieldOf(asked, 'personId')} label="姓名">
          <PersonSelect organisationId={path[0]?.id ?? id} />
        </Form.Item>
      )}
      <Form.Item {...fieldOf(asked, 'role')} label="职务的种类">
        <Select options={roles.map((value) => ({ value, label: postRoleNames[value] }))} />
      </Form.Item>
      <Form.Item {...fieldOf(asked, 'caption')} label="职务全称" extra="印在分工表上，如：党组成员、副局长">
        <Input />
      </Form.Item>
      <Form.Item {...fieldOf(asked, 'leadIds')} label="分管的单位、科室">
        <OrganisationsSelect near={near} present={post?.leads ?? []} />
      </Form.Item>
      {!isBranchKind(kind) && (
        <Form.Item {...fieldOf(asked, 'branchId')} label="在哪个支部过组织生活">
          <OrganisationSelect mayBeEmpty near={near} kinds={branchKinds} placeholder="选择支部" />
        </Form.Item>
      )}
      <Form.Item {...fieldOf(asked, 'fromOn')} label="任职的第一天">
        <DateField />
      </Form.Item>
      <Form.Item {...fieldOf(asked, 'toOn')} label="最后一天" extra="现任的不写">
        <DateField />
      </Form.Item>
      <Form.Item {...fieldOf(asked, 'seat')} label="次序" extra="同一种职务里排第几，不写排在最后">
        <InputNumber min={1} max={999} precision={0} />
      </Form.Item>
    </FormDialogue>
  )
}

function fieldsOf({ person, role, caption, seat, leads, branch, fromOn, toOn }: Post): Fields {
  const leadIds = leads.map(({ id }) => id)
  return { personId: person.id, role, caption, seat, leadIds, branchId: branch?.id ?? null, fromOn, toOn }
}
