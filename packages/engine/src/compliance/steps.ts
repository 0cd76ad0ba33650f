/** The steps of a meeting (环节), in their order. */
export const meetingSteps = [
  'plan',
  'study',
  'opinions',
  'talks',
  'materials',
  'review',
  'session',
  'lists',
  'report',
  'publication',
  'rectification',
  'next',
] as const
export type MeetingStep = (typeof meetingSteps)[number]
