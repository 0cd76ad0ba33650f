import type { CampaignTemplate } from '@duizhao/contract'
import { meetingTemplates, type TemplateAspect } from '@duizhao/engine'

/** The meetings of past years that the engine knows, the latest first. */
export function campaignTemplates(): CampaignTemplate[] {
  return meetingTemplates
    .map(({ id, year, meeting, campaign, theme, aspects, mirrors = [], requiredSections, reported = [], ...rest }) => ({
      ...{ id, kind: meeting, cycleYear: year, name: campaign, theme, source: rest.source },
      aspects: aspects.map(({ title, points = [] }) => ({ title, points: [...points] })),
      mirrors: mirrors.map(titleOf),
      requiredSections: [...requiredSections],
      reportItems: reported.map(titleOf),
      known: rest.aspectsKnown ?? rest.known,
    }))
    .toSorted((a, b) => (b.cycleYear ?? 0) - (a.cycleYear ?? 0) || a.id.localeCompare(b.id))
}

function titleOf({ title }: TemplateAspect): string {
  return title
}
