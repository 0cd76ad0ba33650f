import './private-check-first.ts'
import { isUnreadable, LARGEST_FILE, read } from '@duizhao/engine'
import { factsOf, reviewDocument, toPageDocument } from '@duizhao/report'
import { type PrivateCheck, READY } from './private-check.ts'

/** Reads and reviews a file where it lies: in this browser. */
async function checked(file: File): Promise<PrivateCheck> {
  if (file.name.toLowerCase().endsWith('.pdf'))
    return {
      message: `“${file.name}”是 PDF，这里读不了。`,
      todo: '请用 Word、WPS 或文字的原稿自查；PDF 提交以后审核。',
    }
  if (file.size > LARGEST_FILE) return { message: `“${file.name}”太大。`, todo: '请拆成几份再查。' }
  const document = await read(new Uint8Array(await file.arrayBuffer()), file.name)
  if (isUnreadable(document)) return { message: document.message, todo: document.todo }
  const page = toPageDocument(reviewDocument(file.name, document, {}), [])
  const used = [...new Set(page.findings.map(({ rule }) => rule))]
  const rules = used.flatMap((rule) => {
    const facts = factsOf(rule)
    return facts === null ? [] : [[rule, { name: facts.name, why: facts.why, source: facts.source }] as const]
  })
  return { page, rules: Object.fromEntries(rules) }
}

addEventListener('message', ({ data }: MessageEvent<File>) => {
  void checked(data)
    .catch((): PrivateCheck => ({ message: `“${data.name}”检查时出了错。`, todo: '请在 Word、WPS 中另存一份再试。' }))
    .then((answer) => postMessage(answer))
})
postMessage(READY)
