const MOST_NAMED = 5

/** One of some people, whoever does it first; an empty list is nobody. */
export function oneOf(people: readonly string[]): string {
  return people.length > 1 ? `${namesInWords(people)}中的一人` : namesInWords(people)
}

/** The first of some names; of many, how many they are. */
export function namesInWords(people: readonly string[]): string {
  const named = people.slice(0, MOST_NAMED).join('、')
  return people.length > MOST_NAMED ? `${named}等 ${people.length} 人` : named
}
