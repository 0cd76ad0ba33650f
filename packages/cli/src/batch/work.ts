import type { ReviewedDocument, UnreadableFile } from '@duizhao/report'
import { work } from '@duizhao/workshop'
import type { Config } from '../config/config.ts'
import { reviewFile } from './review-file.ts'

/** Reads and reviews a file as the configuration asks. */
export const reviewOfFile = work(
  'review',
  ({ path, config }: { readonly path: string; readonly config: Config }): Promise<ReviewedDocument | UnreadableFile> =>
    reviewFile(path, config),
)
