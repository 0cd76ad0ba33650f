import type pg from 'pg'

/** A statement with parameters, as a query function sent it. */
export interface Statement {
  readonly text: string
  readonly values: unknown[]
}

/** Notes what is asked over the pool while `work` runs. */
export async function statementsOf(pool: pg.Pool, work: () => Promise<unknown>): Promise<Statement[]> {
  const noted: Statement[] = []
  const restore: (() => void)[] = []
  const listen = (client: pg.PoolClient): void => {
    const asked = client.query.bind(client) as (...given: unknown[]) => unknown
    client.query = ((text: unknown, values: unknown, ...rest: unknown[]) => {
      if (typeof text === 'string' && Array.isArray(values)) noted.push({ text, values })
      return asked(text, values, ...rest)
    }) as typeof client.query
    restore.push(() => (client.query = asked as typeof client.query))
  }
  pool.on('acquire', listen)
  try {
    await work()
    return noted
  } finally {
    pool.off('acquire', listen)
    for (const undo of restore.toReversed()) undo()
  }
}

/** A step of a plan, as EXPLAIN tells it. */
interface Step {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly Plans?: readonly Step[]
}

/** How PostgreSQL would answer: the indexes it uses, and the tables it reads from end to end. */
export async function planOf(pool: pg.Pool, { text, values }: Statement) {
  const { rows } = await pool.query<{ 'QUERY PLAN': readonly { readonly Plan: Step }[] }>(
    `explain (format json) ${text}`,
    values,
  )
  const steps = rows.flatMap((row) => row['QUERY PLAN'].flatMap(({ Plan }) => below(Plan)))
  return {
    indexes: steps.flatMap((step) => step['Index Name'] ?? []),
    whole: steps.flatMap((step) => (step['Node Type'].endsWith('Seq Scan') ? (step['Relation Name'] ?? []) : [])),
  }
}

function below(step: Step): Step[] {
  return [step, ...(step.Plans ?? []).flatMap(below)]
}
