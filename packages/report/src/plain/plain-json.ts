/** The result of a tool as its JSON file has it. A change in the shape of a result counts the version up. */
export function plainJson(result: unknown): string {
  return `${JSON.stringify({ version: 2, result }, null, 2)}\n`
}
