/**
 * Goes through items, several at a time. Results come in the order of `items`, whatever the order they were done in. An
 * item over which `each` throws has `instead` in its place and costs only itself. Null if it was called off.
 */
export async function throughItems<Item, Result>(
  items: readonly Item[],
  {
    atOnce,
    each,
    instead,
    onDone,
    signal,
  }: {
    readonly atOnce: number
    readonly each: (item: Item) => Promise<Result>
    readonly instead: (item: Item, error: unknown) => Result
    readonly onDone?: (done: number, item: Item) => void
    readonly signal?: AbortSignal
  },
): Promise<Result[] | null> {
  const results = new Array<Result>(items.length)
  const queue = items.entries()
  let done = 0
  const workThrough = async (): Promise<void> => {
    for (const [index, item] of queue) {
      if (signal?.aborted) return
      try {
        results[index] = await each(item)
      } catch (error) {
        results[index] = instead(item, error)
      }
      done += 1
      if (!signal?.aborted) onDone?.(done, item)
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, workThrough))
  return signal?.aborted ? null : results
}
