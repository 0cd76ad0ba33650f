import { endpoints } from '@duizhao/contract'
import { writeXlsx } from '@duizhao/report'
import { newcomer, newOrganisation, type Scene } from '../scene.ts'
import { setUpDeviceOf } from '../second-factor.ts'
import type { Calls } from './call.ts'

const atPlace = async ({ place }: Scene) => ({ params: { organisationId: place.id } })
const aboutAccount = async (scene: Scene) => ({ params: { accountId: (await newcomer(scene)).accountId } })

let people = 0

/** A person without an account. */
async function newPerson({ crew, place }: Scene) {
  people += 1
  const body = { name: '陈新', position: '', email: '', isPartyMember: false }
  return crew.admin.call(endpoints.createPerson, { params: { organisationId: place.id }, body })
}

/** A workbook with one department and one person to import. */
function workbook(): File {
  people += 1
  const columns = (...headers: string[]) => headers.map((header) => ({ header, width: 12 }))
  const department = `导入科${people}`
  const bytes = writeXlsx([
    { name: '组织', columns: columns('组织名称', '类别', '上级组织'), rows: [[department, '科室', '']] },
    {
      name: '人员',
      columns: columns('姓名', '所在组织', '职务', '邮箱', '是否党员', '账号'),
      rows: [['钱多', department, '干部', '', '是', '']],
    },
  ])
  return new File([new Uint8Array(bytes)], '人员.xlsx')
}

const somePost = {
  role: 'deputy' as const,
  caption: '副局长',
  seat: null,
  leadIds: [],
  branchId: null,
  fromOn: '2026-01-05',
  toOn: null,
}

/** A post in the place, of someone new there. */
async function newPost(scene: Scene) {
  const { personId } = await newcomer(scene)
  return scene.crew.organiser.call(endpoints.createPost, {
    params: { organisationId: scene.place.id },
    body: { personId, ...somePost },
  })
}

const aboutPost = async (scene: Scene) => {
  const { id, version } = await newPost(scene)
  return { params: { postId: id }, version }
}

/** A list with one post to import. */
function postList(name: string): File {
  const columns = ['姓名', '职务', '任职时间'].map((header) => ({ header, width: 12 }))
  const bytes = writeXlsx([{ name: '任职', columns, rows: [[name, '副局长', '2026年1月']] }])
  return new File([new Uint8Array(bytes)], '任职.xlsx')
}

export const officeCalls = {
  listOrganisationChildren: atPlace,
  readOrganisation: atPlace,
  createOrganisation: async (scene) => {
    people += 1
    return { ...(await atPlace(scene)), body: { name: `新科室${people}`, kind: 'department' } }
  },
  changeOrganisation: async ({ crew, place }) => {
    people += 1
    const params = { organisationId: place.id }
    const { version, kind } = await crew.admin.call(endpoints.readOrganisation, { params })
    return { params, body: { name: `${place.name}（${people}）`, kind, version } }
  },
  moveOrganisation: async (scene) => {
    const [moved, parent] = [await newOrganisation(scene), await newOrganisation(scene)]
    return { params: { organisationId: moved.id }, body: { parentId: parent.id, version: 1 } }
  },
  removeOrganisation: async (scene) => ({ params: { organisationId: (await newOrganisation(scene)).id } }),
  listPeople: atPlace,
  createPerson: async (scene) => ({
    ...(await atPlace(scene)),
    body: { name: '孙新', position: '', email: '', isPartyMember: false },
  }),
  changePerson: async (scene) => {
    const { id, version, organisation } = await newPerson(scene)
    const fields = { name: '孙改', position: '科员', email: '', isPartyMember: true }
    return { params: { personId: id }, body: { ...fields, organisationId: organisation.id, version } }
  },
  removePerson: async (scene) => ({ params: { personId: (await newPerson(scene)).id } }),
  openAccount: async (scene) => {
    const { id } = await newPerson(scene)
    return { params: { personId: id }, body: { login: `opened${people}` } }
  },
  disableAccount: aboutAccount,
  enableAccount: async (scene) => {
    const given = await aboutAccount(scene)
    await scene.crew.admin.call(endpoints.disableAccount, given)
    return given
  },
  unlockAccount: aboutAccount,
  resetPassword: aboutAccount,
  confirmPasswordReset: async (scene) => {
    const { accountId } = await scene.office.register(scene.place, 'head')
    await scene.crew.security.call(endpoints.resetPassword, { params: { accountId } })
    return { params: { accountId } }
  },
  removeSecondFactor: async (scene) => {
    const { login, accountId } = await newcomer(scene)
    await setUpDeviceOf(scene.office.app, login)
    return { params: { accountId } }
  },
  confirmSecondFactorRemoval: async (scene) => {
    const { login, accountId } = await scene.office.register(scene.place, 'head')
    await setUpDeviceOf(scene.office.app, login)
    await scene.crew.security.call(endpoints.removeSecondFactor, { params: { accountId } })
    return { params: { accountId } }
  },
  listGrants: atPlace,
  giveGrant: async (scene) => {
    const { accountId } = await newcomer(scene)
    return { ...(await atPlace(scene)), body: { accountId, role: 'handler' } }
  },
  revokeGrant: async (scene) => ({ params: { grantId: (await newcomer(scene)).grantId } }),
  previewImport: async (scene) => ({ ...(await atPlace(scene)), file: workbook() }),
  confirmImport: async (scene) => {
    const by = scene.mayCall ? scene.caller : scene.crew.admin
    const { id } = await by.call(endpoints.previewImport, { ...(await atPlace(scene)), file: workbook() })
    return { params: { importId: id } }
  },
  listImports: atPlace,
  withdrawImport: async (scene) => {
    const { id } = await scene.crew.admin.call(endpoints.previewImport, { ...(await atPlace(scene)), file: workbook() })
    await scene.crew.admin.call(endpoints.confirmImport, { params: { importId: id } })
    return { params: { importId: id }, body: { reason: '导错了文件' } }
  },
  listPosts: atPlace,
  listLeaders: atPlace,
  listPostsOfPerson: async (scene) => ({ params: { personId: (await newcomer(scene)).personId } }),
  createPost: async (scene) => ({
    ...(await atPlace(scene)),
    body: { personId: (await newcomer(scene)).personId, ...somePost },
  }),
  changePost: async (scene) => {
    const { params, version } = await aboutPost(scene)
    return { params, body: { ...somePost, caption: '党组成员、副局长', version } }
  },
  endPost: async (scene) => {
    const { params, version } = await aboutPost(scene)
    return { params, body: { toOn: '2026-06-30', version } }
  },
  exportPostList: atPlace,
  exportDivisionOfWork: atPlace,
  previewPostImport: async (scene) => ({ ...(await atPlace(scene)), file: postList((await newcomer(scene)).name) }),
  confirmPostImport: async (scene) => {
    const by = scene.mayCall ? scene.caller : scene.crew.organiser
    const file = postList((await newcomer(scene)).name)
    const { id } = await by.call(endpoints.previewPostImport, { ...(await atPlace(scene)), file })
    return { params: { importId: id } }
  },
  listPostImports: atPlace,
  withdrawPostImport: async (scene) => {
    const { organiser } = scene.crew
    const file = postList((await newcomer(scene)).name)
    const { id } = await organiser.call(endpoints.previewPostImport, { ...(await atPlace(scene)), file })
    await organiser.call(endpoints.confirmPostImport, { params: { importId: id } })
    return { params: { importId: id }, body: { reason: '导错了文件' } }
  },
  withdrawPost: async (scene) => {
    const { params, version } = await aboutPost(scene)
    return { params, body: { reason: '录到了别人名下', version } }
  },
} satisfies Partial<Calls>
