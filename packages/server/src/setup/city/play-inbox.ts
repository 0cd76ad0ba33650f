import {
  declineIncoming,
  endIncoming,
  acceptIncoming,
  passOnIncoming,
  receiveIncoming,
  takeOverIncoming,
  tellMissing,
} from '../../loop/inbox/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { City, CityIncomingAct } from './city.ts'
import type { Cast } from './enter-office.ts'
import { playing } from './read-city.ts'
import { actingAs, instantOf, type Stage } from './stage.ts'

interface Moment {
  readonly at: Date
  readonly play: () => Promise<unknown>
}

/** What came in, and what the units did with it. */
export function momentsOfInbox(stage: Stage, { inbox }: City, cast: Cast): Moment[] {
  return inbox.flatMap(({ by, at, body, aboutOrganisation, story, ...fields }) => {
    const looked = { id: '', version: 0 }
    const receive = async (): Promise<void> => {
      const context = actingAs(stage, cast.actor(by), instantOf(at))
      const about = aboutOrganisation === null ? null : cast.place(aboutOrganisation)
      const given = { ...fields, aboutId: null, aboutOrganisationId: about, dueOn: null }
      const { id, version } = await receiveIncoming(context, cast.place(body), given)
      Object.assign(looked, { id, version })
    }
    const told = `来件 ${body} ${fields.receivedOn}`
    return [
      { at: instantOf(at), play: () => playing(told, receive) },
      ...story.map((act) => ({
        at: instantOf(act.at),
        play: () =>
          playing(`${told} ${act.act}`, async () => {
            const context = actingAs(stage, cast.actor(act.by), instantOf(act.at))
            looked.version = (await played(context, cast, act, looked)).version
          }),
      })),
    ]
  })
}

function played(
  context: ActorContext,
  cast: Cast,
  act: CityIncomingAct,
  { id, version }: { readonly id: string; readonly version: number },
) {
  switch (act.act) {
    case 'accept':
      return acceptIncoming(context, id, { handlerId: null, version })
    case 'tellMissing':
      return tellMissing(context, id, { text: act.text, version })
    case 'passOn':
      return passOnIncoming(context, id, { organisationId: cast.place(act.to), reason: act.reason, version })
    case 'takeOver':
      return takeOverIncoming(context, id, { version })
    case 'decline':
      return declineIncoming(context, id, { reason: act.reason, version })
    case 'end':
      return endIncoming(context, id, { ending: act.ending, reason: act.reason, version })
  }
}
