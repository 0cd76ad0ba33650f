/** Finds PDF character maps in a JSON text that gives the Base64 of each by its name; the text is read when first asked. */
export function characterMapsIn(text: Blob): (name: string) => Promise<Uint8Array> {
  let maps: Promise<Readonly<Record<string, string>>> | null = null
  return async (name) => {
    maps ??= text.text().then((json) => JSON.parse(json) as Record<string, string>)
    const base64 = (await maps)[name]
    if (base64 === undefined) throw new Error(`no character map ${name}`)
    return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  }
}
