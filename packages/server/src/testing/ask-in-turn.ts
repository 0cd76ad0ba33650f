import process from 'node:process'

const ROUNDS = 200
const WARM = 20

/**
 * The median microseconds each question takes, asked in turn, so that what disturbs disturbs all; printed as JSON by name,
 * with what was measured once before. One of them should be a lookup by primary key: others are told as multiples of it.
 */
export async function askInTurn(
  questions: ReadonlyMap<string, () => Promise<unknown>>,
  before: Readonly<Record<string, number>> = {},
): Promise<void> {
  const times = new Map<string, number[]>([...questions.keys()].map((name) => [name, []]))
  for (let round = 0; round < ROUNDS + WARM; round++)
    for (const [name, ask] of questions) {
      const start = process.hrtime.bigint()
      await ask()
      if (round >= WARM) times.get(name)?.push(Number(process.hrtime.bigint() - start) / 1_000)
    }
  const medians = [...times].map(([name, all]) => [
    name,
    all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0,
  ])
  process.stdout.write(`${JSON.stringify({ ...Object.fromEntries(medians), ...before })}\n`)
}
