/** What each severity is called wherever people read it: 警告 is a punishment in a Party office, so what is probably wrong is a 疑点. */
export const severityNames = { error: '错误', warning: '疑点', advice: '建议' } as const

type Counts = Readonly<Record<keyof typeof severityNames, number>>

/** How many findings there are of each severity: 错误 1、疑点 0、建议 2. */
export function severitiesInWords({ error, warning, advice }: Counts): string {
  return `${severityNames.error} ${error}、${severityNames.warning} ${warning}、${severityNames.advice} ${advice}`
}
