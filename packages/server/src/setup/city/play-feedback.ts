import { claimItems, enterItems, linkRow } from '../../loop/feedback/index.ts'
import { registerInspection } from '../../loop/inspections/index.ts'
import type { City } from './city.ts'
import type { Cast } from './enter-office.ts'
import { playing } from './read-city.ts'
import { actingAs, instantOf, type Stage } from './stage.ts'

interface Moment {
  readonly at: Date
  readonly play: () => Promise<unknown>
}

/** What inspections fed back, who claimed what of it, and which problems of the ledger it ended in. */
export function momentsOfFeedback(
  stage: Stage,
  { feedback }: City,
  cast: Cast,
  problems: ReadonlyMap<string, string>,
): Moment[] {
  return feedback.flatMap(({ by, at, body, items, story, ...inspection }) => {
    const entered: { inspectionId: string; itemIds: readonly string[] } = { inspectionId: '', itemIds: [] }
    const idOf = (item: number): string => entered.itemIds[item - 1] ?? ''
    const enter = async (): Promise<void> => {
      const context = actingAs(stage, cast.actor(by), instantOf(at))
      const { id } = await registerInspection(context, cast.place(body), inspection)
      const written = items.map((words) => ({ ...words, place: null }))
      Object.assign(entered, {
        inspectionId: id,
        ...(await enterItems(context, id, { versionId: null, items: written })),
      })
    }
    return [
      { at: instantOf(at), play: () => playing(inspection.name, enter) },
      ...story.map((act) => ({
        at: instantOf(act.at),
        play: () =>
          playing(`${inspection.name} ${act.act}`, async () => {
            const context = actingAs(stage, cast.actor(act.by), instantOf(act.at))
            if (act.act === 'link') return linkRow(context, idOf(act.item), problems.get(act.problem) ?? '')
            const claimed = { itemIds: act.items.map(idOf), claimedOn: act.at.slice(0, 10) }
            return claimItems(context, entered.inspectionId, claimed)
          }),
      })),
    ]
  })
}
