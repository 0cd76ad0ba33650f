import type { Meeting, MeetingDetail } from '@duizhao/contract'
import type { ComponentType } from 'react'

declare module '../../platform/feature.ts' {
  interface Feature {
    /** What it shows about a meeting, below its steps. */
    readonly meetingParts?: readonly ComponentType<{ readonly meeting: MeetingDetail }>[]
    /** What it offers to do with a meeting, beside its title. */
    readonly meetingTools?: readonly ComponentType<{ readonly meeting: Pick<Meeting, 'id'> }>[]
  }
}
