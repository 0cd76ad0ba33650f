import { campaigns } from './loop/campaigns/index.ts'
import { dossier } from './loop/dossier/index.ts'
import { drafts } from './loop/drafts/index.ts'
import { duties } from './loop/duties/index.ts'
import { feedback } from './loop/feedback/index.ts'
import { figures } from './loop/figures/index.ts'
import { inbox } from './loop/inbox/index.ts'
import { inspections } from './loop/inspections/index.ts'
import { institutions } from './loop/institutions/index.ts'
import { ledger } from './loop/ledger/index.ts'
import { matters } from './loop/matters/index.ts'
import { meetings } from './loop/meetings/index.ts'
import { records } from './loop/records/index.ts'
import { papers } from './loop/papers/index.ts'
import { recurrence } from './loop/recurrence/index.ts'
import { reviews } from './loop/reviews/index.ts'
import { rounds } from './loop/rounds/index.ts'
import { sessions } from './loop/sessions/index.ts'
import { supervision } from './loop/supervision/index.ts'
import { sweeps } from './loop/sweeps/index.ts'
import { talks } from './loop/talks/index.ts'
import { identity } from './office/identity/index.ts'
import { organisation } from './office/organisation/index.ts'
import { posts } from './office/posts/index.ts'
import { audit } from './platform/audit/index.ts'
import type { Feature } from './platform/feature.ts'
import { files } from './platform/files/index.ts'
import { home } from './platform/home/index.ts'
import { notifications } from './platform/notifications/index.ts'
import { search } from './platform/search/index.ts'
import { settings } from './platform/settings/index.ts'

/** Everything the service does, in the order in which 我的记录 tells it. A new feature is its folder and one line here. */
export const features: readonly Feature[] = [
  organisation,
  posts,
  identity,
  home,
  ledger,
  supervision,
  inspections,
  feedback,
  recurrence,
  sweeps,
  papers,
  institutions,
  reviews,
  talks,
  meetings,
  sessions,
  matters,
  rounds,
  inbox,
  campaigns,
  duties,
  dossier,
  figures,
  drafts,
  records,
  notifications,
  search,
  settings,
  files,
  audit,
]
