import type { DutyFields } from '@duizhao/contract'
import type { OrganisationPath } from '../../platform/access.ts'
import type { Tx } from '../../platform/database/transaction.ts'
import { invalid } from '../../platform/refusal.ts'
import { namesById } from './duty-queries.ts'
import { problemLies } from './problem-queries.ts'

/** What the fields themselves cannot say: the days in order, bodies that lie below, a problem that lies there too. */
export async function checkDuty(tx: Tx, path: OrganisationPath, fields: DutyFields): Promise<void> {
  const { fromOn, toOn, owedBodies, problemId } = fields
  if (toOn !== null && toOn < fromOn)
    throw invalid('结束的日期早于开始的日期。', '请改正其中一个。', [{ field: 'toOn', message: '早于开始的日期' }])
  const names = await namesById(tx, owedBodies)
  const own = path.at(-1) ?? ''
  if (owedBodies.some((id) => !names.get(id)?.path.includes(own)))
    throw invalid('点名的组织里有不在本组织和下级的。', '请只点本组织和下级。', [
      { field: 'owedBodies', message: '只能是本组织和下级' },
    ])
  if (problemId !== null && !(await problemLies(tx, problemId, own)))
    throw invalid('没有找到这个问题。', '请选本组织和下级台账上的问题。', [{ field: 'problemId', message: '没有找到' }])
}
