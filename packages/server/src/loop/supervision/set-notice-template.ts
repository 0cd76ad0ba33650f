import { firstOf } from '@duizhao/engine/wording'
import { type Answer, type endpoints } from '@duizhao/contract'
import { record } from '../../platform/audit/index.ts'
import type { ActorContext } from '../../platform/context.ts'
import { transaction } from '../../platform/database/transaction.ts'
import { mediaTypeOf, storeFile } from '../../platform/files/index.ts'
import type { UploadedFile } from '../../platform/context.ts'
import { permittedOrganisation } from '../../office/organisation/index.ts'
import { invalid } from '../../platform/refusal.ts'
import { doWork } from '../../platform/work.ts'
import { writeTemplate } from './template-queries.ts'
import { fieldsOfTemplate } from './work.ts'

/** Characters of a file's name that are kept. */
const LONGEST_NAME = 200

/**
 * Sets the form in which an organisation and those below it issue notices, a .docx with fields, `{{文号}}`. Answers with
 * its fields and those nothing is known for: they stay in the document as they are.
 */
export async function setNoticeTemplate(
  context: ActorContext,
  organisationId: string,
  { name, bytes }: UploadedFile,
): Promise<Answer<typeof endpoints.setNoticeTemplate>> {
  const organisation = await permittedOrganisation(context.db, context.actor, 'problem.demand', organisationId)
  const mediaType = await mediaTypeOf(bytes, name)
  const found = await doWork(context, fieldsOfTemplate, { bytes, name }, name)
  if (mediaType === null) throw invalid(`“${name}”不是 Word 文档（.docx）。`, '请用 Word 或 WPS 另存为 .docx 再上传。')
  await transaction(context.db, async (tx) => {
    const hash = await storeFile(tx, context, { bytes, mediaType })
    await writeTemplate(tx, organisation.id, { hash, name: firstOf(name, LONGEST_NAME) })
    await record(tx, context, {
      action: 'notice.setTemplate',
      subject: organisation.name,
      organisationId: organisation.id,
      detail: { file: name, sha256: hash, fields: found.fields },
    })
  })
  return found
}
