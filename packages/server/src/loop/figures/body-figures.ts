import { type Figure, type FigureId, figureIds, type FiguresOfBody, type FigureWithRows } from '@duizhao/contract'
import { organisationById } from '../../office/organisation/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import type { FigureQuestion, FoundFigures, House } from '../../platform/feature.ts'
import { invalid, notFound } from '../../platform/refusal.ts'

interface Days {
  readonly from: string
  readonly to: string
}

/** Refuses days that end before they begin. */
export function refuseBackwards({ from, to }: Days): void {
  if (from > to)
    throw invalid('结束的日期早于开始的日期。', '请改其中一个。', [{ field: 'to', message: '早于开始的日期' }])
}

/** What all features together tell of a body; those the actor may not read are left out. */
export async function foundFigures(
  context: ActorContext,
  { features }: House,
  question: FigureQuestion,
): Promise<FoundFigures> {
  const found = await Promise.all(features.map(async ({ figures }) => figures?.(context, question)))
  return Object.assign({}, ...found) as FoundFigures
}

interface Asked extends Days {
  readonly subject: string
  readonly meetingId?: string | undefined
}

/** The figures of a body over some days. Not found for whoever may read none of them. */
export async function listFigures(
  context: ActorContext,
  house: House,
  organisationId: string,
  asked: Asked,
): Promise<FiguresOfBody> {
  const { organisation, found } = await askedFigures(context, house, organisationId, asked)
  const figures = figureIds.flatMap((figure): Figure[] => {
    const value = found[figure]?.value
    return value === undefined ? [] : [{ figure, value }]
  })
  if (figures.length === 0) throw notFound('这个组织')
  return { organisation, from: asked.from, to: asked.to, figures }
}

/** One of them with the rows it is made of. Not found for whoever may not read it. */
export async function readFigure(
  context: ActorContext,
  house: House,
  { organisationId, figure }: { readonly organisationId: string; readonly figure: FigureId },
  asked: Asked,
): Promise<FigureWithRows> {
  const { organisation, found } = await askedFigures(context, house, organisationId, asked)
  const one = found[figure]
  if (one === undefined) throw notFound('这个数')
  return { organisation, figure, value: one.value, rows: [...one.rows] }
}

async function askedFigures(context: ActorContext, house: House, organisationId: string, asked: Asked) {
  refuseBackwards(asked)
  const organisation = await organisationById(context.db, organisationId)
  if (!organisation) throw notFound('这个组织')
  const { id, name } = organisation
  return { organisation: { id, name }, found: await foundFigures(context, house, { organisation, ...asked }) }
}
