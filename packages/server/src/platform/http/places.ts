/** Places for what takes much memory: so many at a time altogether, and so many for one account; the others wait. */
export interface Places {
  /** Resolves when there is a place, with how to give it back. */
  readonly take: (account: string) => Promise<() => void>
}

interface Waiting {
  readonly account: string
  readonly resolve: (leave: () => void) => void
}

export function openPlaces({ atOnce, perAccount }: { readonly atOnce: number; readonly perAccount: number }): Places {
  const taken: string[] = []
  const waiting: Waiting[] = []

  function next(): void {
    while (taken.length < atOnce) {
      const at = waiting.findIndex(({ account }) => taken.filter((one) => one === account).length < perAccount)
      const [one] = at < 0 ? [] : waiting.splice(at, 1)
      if (!one) return
      taken.push(one.account)
      one.resolve(() => {
        taken.splice(taken.indexOf(one.account), 1)
        next()
      })
    }
  }

  return {
    take: (account) =>
      new Promise((resolve) => {
        waiting.push({ account, resolve })
        next()
      }),
  }
}
