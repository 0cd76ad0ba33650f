import type { PageAssets } from '@duizhao/report'
import type { WorkerSource } from '../work/workshop.ts'

/** What the settings offer; put into the page when it is built. */
export interface Facts {
  readonly templates: readonly { readonly id: string; readonly campaign: string }[]
  readonly families: readonly {
    readonly name: string
    readonly rules: readonly { readonly id: string; readonly name: string; readonly severity: string }[]
  }[]
  readonly version: string
}

/** The ids of what is embedded. */
export const EMBEDDED = {
  worker: 'worker-script',
  characterMaps: 'character-maps',
  facts: 'facts',
  assets: 'result-page-assets',
} as const

export function embeddedFacts(): Facts {
  return JSON.parse(textOf(EMBEDDED.facts)) as Facts
}

export function embeddedWorker(): WorkerSource {
  return { script: textOf(EMBEDDED.worker), characterMaps: textOf(EMBEDDED.characterMaps) }
}

/** The style and script of the written result page. */
export function embeddedAssets(): PageAssets {
  return JSON.parse(textOf(EMBEDDED.assets)) as PageAssets
}

function textOf(id: string): string {
  return document.getElementById(id)?.textContent ?? ''
}
