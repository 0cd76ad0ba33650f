import { MeetingStanding, type MeetingStep, meetingSteps } from '@duizhao/contract'

/** What the board is asked for, as it stands in the address. */
export interface MeetingsSearch {
  readonly organisationId?: string
  readonly campaignId?: string
  readonly step?: MeetingStep
  readonly standing?: MeetingStanding
}

/** What an address asks for; what makes no sense is left out. */
export function meetingsSearchOf(given: Readonly<Record<string, unknown>>): MeetingsSearch {
  const { organisationId, campaignId } = given
  const step = meetingSteps.find((each) => each === given['step'])
  const standing = MeetingStanding.safeParse(given['standing'])
  return {
    ...(typeof organisationId === 'string' ? { organisationId } : {}),
    ...(typeof campaignId === 'string' ? { campaignId } : {}),
    ...(step === undefined ? {} : { step }),
    ...(standing.success ? { standing: standing.data } : {}),
  }
}
