/** A message between the library's two halves; pieces of a page's instructions have a length. */
interface Message {
  readonly chunk?: { readonly fnArray?: readonly number[] }
}

type Listener = (event: { readonly data: Message }) => void

/** What the library's two halves talk over where both are on the calling thread. */
export interface Port {
  postMessage(message: Message, transfer?: readonly unknown[]): void
  addEventListener(name: string, listener: Listener): void
  removeEventListener(name: string, listener: Listener): void
}

/** A port that tells `onInstructions` of the drawing instructions that pass, as their codes. */
export function portTelling(onInstructions: (codes: readonly number[]) => void): Port {
  const listeners = new Set<Listener>()
  return {
    postMessage: (message, transfer = []) => {
      if (message.chunk?.fnArray) onInstructions(message.chunk.fnArray)
      const event = { data: structuredClone(message, { transfer }) }
      void Promise.resolve().then(() => {
        for (const listener of listeners) listener(event)
      })
    },
    addEventListener: (_, listener) => void listeners.add(listener),
    removeEventListener: (_, listener) => void listeners.delete(listener),
  }
}
