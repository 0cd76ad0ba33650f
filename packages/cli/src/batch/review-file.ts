import { reviewDocument } from '@duizhao/report'
import type { ReviewedDocument, UnreadableFile } from '@duizhao/report'
import type { Config } from '../config/config.ts'
import { readDocument } from '../files/read-file.ts'

/** Reads and reviews one file as the configuration asks. */
export async function reviewFile(path: string, config: Config): Promise<ReviewedDocument | UnreadableFile> {
  const document = await readDocument(path)
  return 'message' in document ? document : reviewDocument(path, document, config)
}
