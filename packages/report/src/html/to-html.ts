import type { Outcome } from '../outcome/outcome.ts'
import { pageAssets } from '@duizhao/view/written'
import { resultPage } from './result-page.ts'

/** The outcome as one page that needs nothing but itself. */
export function toHtml(outcome: Outcome): string {
  return resultPage(outcome, pageAssets())
}
