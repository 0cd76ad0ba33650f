import { createContext, useContext } from 'react'

/** Told when a form within has been saved, by a page that says itself what came of it. */
const Saved = createContext<(() => void) | null>(null)

export const SavedProvider = Saved.Provider

export function useSaved(): (() => void) | null {
  return useContext(Saved)
}
