// Planted, to be found; everything else is honest:
// - struck off without any evidence: transport-9, education-6, qingyan-1
// - exactly the same text of evidence under two names: finance-11 and finance-12; yunxi-agriculture-1 and -2
// - the same text of progress: transport-4, transport-5 and transport-6; yunxi-land-1, -3 and -4
// - six struck off on one day (2026-06-30): health-1 to health-6
// Come back after having been struck off: water-11, transport-8, housing-10, baishi-2.

import type { CityProblem } from './problem.ts'
import { baishiProblems } from './problems-baishi.ts'
import { binjiangProblems } from './problems-binjiang.ts'
import { disciplineOrganisationProblems } from './problems-discipline-organisation.ts'
import { educationChecksProblems } from './problems-education-checks.ts'
import { educationMeetingProblems } from './problems-education-meeting.ts'
import { financeChecksProblems } from './problems-finance-checks.ts'
import { financeMeetingProblems } from './problems-finance-meeting.ts'
import { financeOpinionProblems } from './problems-finance-opinion.ts'
import { healthChecksProblems } from './problems-health-checks.ts'
import { healthMeetingProblems } from './problems-health-meeting.ts'
import { healthOpinionProblems } from './problems-health-opinion.ts'
import { housingChecksProblems } from './problems-housing-checks.ts'
import { housingHazardsProblems } from './problems-housing-hazards.ts'
import { housingMeetingProblems } from './problems-housing-meeting.ts'
import { linhuCivilProblems } from './problems-linhu-civil.ts'
import { linhuStreetsProblems } from './problems-linhu-streets.ts'
import { nantangProblems } from './problems-nantang.ts'
import { qingyanProblems } from './problems-qingyan.ts'
import { transportChecksProblems } from './problems-transport-checks.ts'
import { transportMeetingProblems } from './problems-transport-meeting.ts'
import { transportOpinionProblems } from './problems-transport-opinion.ts'
import { waterBranchesProblems } from './problems-water-branches.ts'
import { waterChecksProblems } from './problems-water-checks.ts'
import { waterMeetingProblems } from './problems-water-meeting.ts'
import { workCommitteeProblems } from './problems-work-committee.ts'
import { yunxiProblems } from './problems-yunxi.ts'
import { yunxiAgricultureProblems } from './problems-yunxi-agriculture.ts'

/** A year of problems in the fictional city, as they stand on 2026-11-21. An old problem comes before its relapse. */
export const cityProblems: readonly CityProblem[] = [
  ...financeMeetingProblems,
  ...financeOpinionProblems,
  ...financeChecksProblems,
  ...waterMeetingProblems,
  ...waterBranchesProblems,
  ...waterChecksProblems,
  ...transportMeetingProblems,
  ...transportChecksProblems,
  ...transportOpinionProblems,
  ...educationMeetingProblems,
  ...educationChecksProblems,
  ...healthMeetingProblems,
  ...healthChecksProblems,
  ...healthOpinionProblems,
  ...housingMeetingProblems,
  ...housingChecksProblems,
  ...housingHazardsProblems,
  ...workCommitteeProblems,
  ...disciplineOrganisationProblems,
  ...yunxiProblems,
  ...yunxiAgricultureProblems,
  ...baishiProblems,
  ...qingyanProblems,
  ...linhuCivilProblems,
  ...linhuStreetsProblems,
  ...nantangProblems,
  ...binjiangProblems,
]
