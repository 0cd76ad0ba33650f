const MOST_NAMED = 5

/** The first of some names; of many, how many they are. */
export function namesInWords(people: readonly string[]): string {
  const named = people.slice(0, MOST_NAMED).join('、')
  return people.length > MOST_NAMED ? `${named}等 ${people.length} 人` : named
}
