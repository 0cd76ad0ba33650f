import './first.ts'
import { work } from '@duizhao/workshop'
import { serveFromWorker } from '@duizhao/workshop/browser'
import type { JobName, Jobs } from '../work/jobs.ts'
import { jobsWith } from './jobs.ts'

/** A worker: does one job after the other. What it has at hand are the PDF character maps. */
serveFromWorker((characterMaps: Blob) => {
  const jobs: Jobs = jobsWith(characterMaps)
  const names = Object.keys(jobs) as JobName[]
  return names.map((name) => work(name, jobs[name] as (input: unknown) => Promise<unknown>))
})
