/** error: a defect anyone would agree with. warning: probably one. advice: worth a look. */
export const severities = ['error', 'warning', 'advice'] as const
export type Severity = (typeof severities)[number]
