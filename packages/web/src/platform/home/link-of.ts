/** An address of the service, as a link of the application has it. */
export function linkOf(address: string): { readonly to: string; readonly search: Readonly<Record<string, string>> } {
  const [to = '/', query] = address.split('?')
  return { to, search: Object.fromEntries(new URLSearchParams(query)) }
}
