import type { endpoints, GivenCall } from '@duizhao/contract'
import type { Scene } from '../scene.ts'

type Endpoints = typeof endpoints

/** How an endpoint is called so that it succeeds for one who may: brings about what has to be there, and says what is given. */
export type Prepare<K extends keyof Endpoints> = (scene: Scene) => Promise<GivenCall<Endpoints[K]>>

export type Calls = { readonly [K in keyof Endpoints]: Prepare<K> }
