/** What we use of the npm package `minhash` 0.0.9, which has no types of its own. */
declare module 'minhash' {
  export class Minhash {
    constructor(settings?: { numPerm?: number; seed?: number })
    update(shingle: string): void
    jaccard(other: Minhash): number
  }
  export class LshIndex {
    constructor(settings?: { bandSize?: number })
    insert(key: string, minhash: Minhash): void
    query(minhash: Minhash): string[]
  }
}
