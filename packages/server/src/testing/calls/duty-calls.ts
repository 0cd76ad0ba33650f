import { type DutyDetail, endpoints } from '@duizhao/contract'
import { dutyListFile } from '../duties.ts'
import type { Scene } from '../scene.ts'
import type { Calls } from './call.ts'

const atPlace = async ({ place }: Scene) => ({ params: { organisationId: place.id } })
const THIS_YEAR = { year: 2026 }

/** A duty of the place itself. */
const someDuty = {
  name: '每季度研判',
  kinds: ['analysis' as const],
  list: 'main' as const,
  amount: 1,
  unit: 'times' as const,
  per: 'quarter' as const,
  fromOn: '2020-01-01',
}

async function duty(scene: Scene): Promise<DutyDetail> {
  return scene.crew.organiser.call(endpoints.createDuty, { ...(await atPlace(scene)), body: someDuty })
}

/** One time of it that need not be done. */
async function waiver(scene: Scene) {
  const { id } = await duty(scene)
  const reason = '集中开展专项工作'
  return { ...(await atPlace(scene)), body: { dutyId: id, period: '2026-Q1', state: 'waived' as const, reason } }
}

const standards = [
  'branch-meeting',
  'theme-day',
  'appraisal',
  'dues',
  'drill',
  'core-group',
  'work-points',
  'risk-review',
] as const
let taken = 0

export const dutyCalls = {
  listDuties: atPlace,
  takeUpDuties: async (scene) => {
    taken += 1
    const place = await scene.office.addOrganisation(scene.place, `采用事项的科室 ${taken}`, 'department')
    const standard = standards[taken % standards.length] ?? 'drill'
    return { params: { organisationId: place.id }, body: { standards: [standard], fromOn: '2026-01-01' } }
  },
  createDuty: async (scene) => ({ ...(await atPlace(scene)), body: someDuty }),
  readDutyList: async (scene) => ({ ...(await atPlace(scene)), file: dutyListFile() }),
  createListedDuties: async (scene) => {
    taken += 1
    const items = [{ ...someDuty, name: `清单上的第 ${taken} 条` }]
    return { ...(await atPlace(scene)), body: { fileName: '责任清单.xlsx', items } }
  },
  changeDuty: async (scene) => {
    const { id, version } = await duty(scene)
    return { params: { dutyId: id }, body: { ...someDuty, amount: 2, version } }
  },
  withdrawDuty: async (scene) => {
    const { id, version } = await duty(scene)
    return { params: { dutyId: id }, body: { reason: '不再要求', version } }
  },
  waiveDuty: waiver,
  takeBackWaiver: async (scene) => {
    const { id } = await scene.crew.organiser.call(endpoints.waiveDuty, await waiver(scene))
    return { params: { waiverId: id }, body: { reason: '可以补开' } }
  },
  setRecordKeeping: async (scene) => {
    taken += 1
    const place = await scene.office.addOrganisation(scene.place, `开始记的科室 ${taken}`, 'department')
    return { params: { organisationId: place.id }, body: { fromOn: '2026-01-01', version: null } }
  },
  readDutyYear: async (scene) => ({ ...(await atPlace(scene)), query: THIS_YEAR }),
  readDutyBoard: async (scene) => ({ ...(await atPlace(scene)), query: THIS_YEAR }),
  exportDutyBoard: async (scene) => ({ ...(await atPlace(scene)), query: THIS_YEAR }),
  exportDutyYear: async (scene) => ({ ...(await atPlace(scene)), query: THIS_YEAR }),
  dutyListDocument: async (scene) => ({ ...(await atPlace(scene)), query: { ...THIS_YEAR, list: 'main' as const } }),
} satisfies Partial<Calls>
