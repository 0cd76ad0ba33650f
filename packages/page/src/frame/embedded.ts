import type { PageAssets } from '@duizhao/view/written'
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
  return read(EMBEDDED.facts) as Facts
}

export function embeddedWorker(): WorkerSource {
  return { script: read(EMBEDDED.worker) as string, characterMaps: read(EMBEDDED.characterMaps) as string }
}

/** The style and script of the written result page. */
export function embeddedAssets(): PageAssets {
  return read(EMBEDDED.assets) as PageAssets
}

/** What the build has put in the page as JSON. */
function read(id: string): unknown {
  return JSON.parse(document.getElementById(id)?.textContent ?? 'null')
}
