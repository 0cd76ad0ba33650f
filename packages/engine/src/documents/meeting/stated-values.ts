import type { Stated } from './meeting-facts.ts'
import { nameOf } from './meeting-files.ts'

/** Different values several documents state of one thing, with who states what; null if they agree. */
export function disagreement<Value>(
  stated: readonly Stated<Value>[],
  same: (a: Value, b: Value) => boolean = (a, b) => a === b,
): { readonly groups: readonly { readonly value: Value; readonly stated: readonly Stated<Value>[] }[] } | null {
  const groups: { value: Value; stated: Stated<Value>[] }[] = []
  for (const each of stated) {
    const known = groups.find(({ value }) => same(value, each.value))
    if (known) known.stated.push(each)
    else groups.push({ value: each.value, stated: [each] })
  }
  return groups.length > 1 ? { groups } : null
}

/**
 * Documents that state none of the numbers the others state of one thing, against the number most of them state; where as
 * many state another, nobody knows which is right, and all are given. `listed`, how many a list has of it, speaks for the
 * documents that state as many. A document may rightly state several (征求意见14条，归并为7条); null if there is a number
 * all of them state.
 */
export function outliers(
  stated: readonly Stated<number>[],
  listed: number | null = null,
): { readonly value: number | null; readonly others: readonly Stated<number>[] } | null {
  const byPath = [...Map.groupBy(stated, ({ path }) => path).values()]
  const states = (own: readonly Stated<number>[], value: number): boolean => own.some((each) => each.value === value)
  const ranked = [...new Set(stated.map(({ value }) => value))]
    .map((value) => ({ value, files: byPath.filter((own) => states(own, value)).length }))
    .map(({ value, files }) => ({ value, files, weight: files + (value === listed ? 1 : 0) }))
    .toSorted((a, b) => b.weight - a.weight)
  const [most, next] = ranked
  if (most === undefined || ranked.some(({ files }) => files === byPath.length)) return null
  const value = most.weight === next?.weight ? null : most.value
  const others = byPath.filter((own) => value === null || !states(own, value)).flatMap((own) => own[0] ?? [])
  return { value, others }
}

/** “甲.docx写9个，其他材料写8个”, or, where nobody knows which is right, what each writes. */
export function saidOf({ value, others }: NonNullable<ReturnType<typeof outliers>>, unit: string): string {
  const said = others.map((each) => `${nameOf(each.path)}写${each.value}${unit}`)
  return [...said, ...(value === null ? [] : [`其他材料写${value}${unit}`])].join('，')
}
