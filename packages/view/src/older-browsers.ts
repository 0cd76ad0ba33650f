/** What the programme uses of the language's library and browsers of 2021 lack, with a plain way to do it. */
interface Missing {
  readonly of: object
  readonly name: string
  readonly value: (this: never, ...given: never[]) => unknown
}

const MISSING: readonly Missing[] = [
  ...[Array.prototype, String.prototype, Object.getPrototypeOf(Uint8Array.prototype) as object].map((of): Missing => ({
    of,
    name: 'at',
    value: at,
  })),
  { of: Array.prototype, name: 'findLast', value: findLast },
  { of: Array.prototype, name: 'findLastIndex', value: findLastIndex },
  { of: Array.prototype, name: 'toReversed', value: toReversed },
  { of: Array.prototype, name: 'toSorted', value: toSorted },
  { of: Object, name: 'hasOwn', value: hasOwn },
  { of: Object, name: 'groupBy', value: groupBy },
  { of: Map, name: 'groupBy', value: mapGroupBy },
  { of: String.prototype, name: 'isWellFormed', value: isWellFormed },
  { of: String.prototype, name: 'toWellFormed', value: toWellFormed },
]

/** Adds to the library what this browser lacks; where it lacks nothing, nothing is changed. */
export function fillInLibrary(): void {
  for (const { of, name, value } of MISSING)
    if (!(name in of)) Object.defineProperty(of, name, { value, writable: true, configurable: true })
}

function at<Value>(this: ArrayLike<Value>, index: number): Value | undefined {
  const whole = Math.trunc(index) || 0
  return this[whole < 0 ? this.length + whole : whole]
}

type Test<Value> = (value: Value, index: number, all: readonly Value[]) => boolean

function findLastIndex<Value>(this: readonly Value[], test: Test<Value>): number {
  for (let index = this.length - 1; index >= 0; index -= 1) if (test(this[index] as Value, index, this)) return index
  return -1
}

function findLast<Value>(this: readonly Value[], test: Test<Value>): Value | undefined {
  return this[findLastIndex.call(this, test as Test<unknown>)]
}

function toReversed<Value>(this: readonly Value[]): Value[] {
  const copy = Array.from(this)
  copy.reverse()
  return copy
}

function toSorted<Value>(this: readonly Value[], compare?: (a: Value, b: Value) => number): Value[] {
  const copy = Array.from(this)
  copy.sort(compare)
  return copy
}

function hasOwn(of: object, name: PropertyKey): boolean {
  return Object.prototype.hasOwnProperty.call(of, name)
}

function mapGroupBy<Value, Key>(
  values: Iterable<Value>,
  keyOf: (value: Value, index: number) => Key,
): Map<Key, Value[]> {
  const groups = new Map<Key, Value[]>()
  let index = 0
  for (const value of values) {
    const key = keyOf(value, index)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
    index += 1
  }
  return groups
}

function groupBy<Value>(values: Iterable<Value>, keyOf: (value: Value, index: number) => string): object {
  const groups = Object.create(null) as Record<string, Value[]>
  for (const [key, group] of mapGroupBy(values, keyOf)) groups[key] = group
  return groups
}

/** True if no half of a pair of surrogates stands alone. */
function isWellFormed(this: string): boolean {
  return !/[\ud800-\udbff](?![\udc00-\udfff])|(?:[^\ud800-\udbff]|^)[\udc00-\udfff]/.test(this)
}

/** The text with each half of a pair of surrogates that stands alone replaced. */
function toWellFormed(this: string): string {
  return this.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(^|[^\ud800-\udbff])[\udc00-\udfff]/g, '$1\ufffd')
}
