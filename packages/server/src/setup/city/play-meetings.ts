import { RecordFields } from '@duizhao/contract'
import { openCampaign, createCampaign } from '../../loop/campaigns/index.ts'
import {
  changeMeeting,
  linkToMeeting,
  meetingOfCampaign,
  setAside,
  setOpinionGroups,
} from '../../loop/meetings/index.ts'
import { createRecord } from '../../loop/records/index.ts'
import type { Feature } from '../../platform/feature.ts'
import type { City } from './city.ts'
import type { Cast } from './enter-office.ts'
import { playing } from './read-city.ts'
import { actingAs, instantOf, type Stage } from './stage.ts'

/** Nobody else has to hear of a study session that counts for its meeting only. */
const NOBODY: readonly Feature[] = []

interface Moment {
  readonly at: Date
  readonly play: () => Promise<unknown>
}

/** The campaign of a county, and how far its bodies have come: each at another step. */
export function momentsOfMeetings(stage: Stage, { meetings }: City, cast: Cast): Moment[] {
  const { by, at, organisation, campaign, units } = meetings
  let campaignId = ''
  const send = async (): Promise<void> => {
    const context = actingAs(stage, cast.actor(by), instantOf(at))
    const { id, version } = await createCampaign(context, cast.place(organisation), campaign)
    await openCampaign(context, id, version)
    campaignId = id
  }
  return [
    { at: instantOf(at), play: () => playing('专题', send) },
    ...units.map((unit) => ({
      at: instantOf(unit.at),
      play: () => playing(`会议 ${unit.body}`, () => prepare(stage, cast, { by, campaignId, unit })),
    })),
  ]
}

interface Prepared {
  readonly by: string
  readonly campaignId: string
  readonly unit: City['meetings']['units'][number]
}

async function prepare(stage: Stage, cast: Cast, { by, campaignId, unit }: Prepared): Promise<void> {
  const context = actingAs(stage, cast.actor(by), instantOf(unit.at))
  const bodyId = cast.place(unit.body)
  const { id, version } = await meetingOfCampaign(stage.db, { campaignId, bodyId })
  const { plannedOn, place, study, opinions, setAside: aside } = unit
  await changeMeeting(context, id, { plannedOn, place, observerId: null, version })
  if (study !== null) {
    const body = RecordFields.parse({ kinds: ['study'], ...study })
    const record = await createRecord(context, NOBODY, bodyId, { ...body, state: 'kept', readingId: null })
    await linkToMeeting(context, id, { kind: 'record', id: record.id })
  }
  if (opinions.length > 0) await setOpinionGroups(context, id, { groups: opinions, version: version + 1 })
  for (const one of aside) await setAside(context, id, one)
}
