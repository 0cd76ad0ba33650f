import { rmSync } from 'node:fs'
import { call, type Called, type Endpoint, endpoints, type GivenCall } from '@duizhao/contract'
import { ledgerSheet, type LedgerSheetProblem, writeXlsx } from '@duizhao/report'
import { openDatabase, readConfig } from '@duizhao/server'
import { printTable } from './measure.ts'
import { dataFolder, type Service, serve } from './service-process.ts'

const SIZES = [1_000, 10_000]

type Call = <E extends Endpoint>(endpoint: E, given: GivenCall<E>) => Promise<Called<E>>

/** A ledger previewed and imported, brought again unchanged and again with every row edited, and exported, over HTTP. */
export async function benchLedgerImport(): Promise<void> {
  const lines: string[][] = []
  for (const size of SIZES) {
    const folder = dataFolder()
    const service = await serve(folder)
    const database = await openDatabase(readConfig({ DUIZHAO_DATA: folder }))
    try {
      const { rows } = await database.pool.query<{ id: string }>('select id from organisation where level = 1')
      const [{ id: root } = { id: '' }] = rows
      await database.pool.query(
        `insert into role_grant (id, account_id, role, organisation_id, granted_at)
         select gen_random_uuid(), id, 'organiser', $1, now() from account where login = 'xitong'`,
        [root],
      )
      lines.push([String(size), ...(await timesOf(await organiserOf(service), root, size))])
    } finally {
      await database.close()
      await service.stop()
      rmSync(folder, { recursive: true })
    }
  }
  printTable(['问题', '预览', '写入', '原样再预览', '再确认', '每行都改，预览', '写入', '导出'], lines)
}

async function timesOf(organiser: Call, organisationId: string, size: number): Promise<string[]> {
  const times: string[] = []
  const timed = async <T>(work: () => Promise<T>): Promise<T> => {
    const start = performance.now()
    const result = await work()
    times.push(`${((performance.now() - start) / 1000).toFixed(2)} s`)
    return result
  }
  const params = { organisationId }
  for (const file of [ledger(size, false), ledger(size, false), ledger(size, true)]) {
    const { id, faults } = await timed(() => organiser(endpoints.previewLedgerImport, { params, file }))
    if (faults.length > 0) throw new Error(`the ledger has faults: ${JSON.stringify(faults[0])}`)
    await timed(() => organiser(endpoints.confirmLedgerImport, { params: { importId: id } }))
  }
  await timed(() => organiser(endpoints.exportLedger, { params, query: { standing: 'all' } }))
  return times
}

/** A ledger in which every fifth problem has a second measure; edited, every deadline is moved and all have progress. */
function ledger(size: number, isEdited: boolean): File {
  const measure = (at: number) => ({
    text: `第${at}条措施：开展检查并修订制度`,
    lead: '',
    unit: '办公室',
    coUnit: '',
    owner: '经办人',
    deadline: at % 7 === 0 ? '长期坚持' : `2099年${isEdited ? 9 : 3}月${1 + (at % 28)}日`,
    progress: isEdited ? `2026年3月5日：完成第${at}项检查。` : '',
    evidence: '',
    state: '正在推进',
    strikeOffDate: '',
  })
  const problems = Array.from({ length: size }, (_, at): LedgerSheetProblem => {
    const measures = [measure(at), ...(at % 5 === 0 ? [measure(at + 1)] : [])]
    const [source, category, text] = ['巡察反馈', `方面${at % 12}`, `第${at}个问题：台账更新不及时，有的科室没有落实`]
    return { source, category, text, class: at % 7 === 0 ? '长期坚持' : '限期整改', measures, remark: '' }
  })
  const facts = { title: '整改台账', unit: '市水务局', date: '2026年3月1日' }
  return new File([new Uint8Array(writeXlsx([ledgerSheet(facts, problems)]))], '整改台账.xlsx')
}

const CHANGED = 'Linjiang-2026'

/** Signs in with the initial password and changes it, as everybody has to. */
async function organiserOf({ port, passwords }: Service): Promise<Call> {
  let cookie = ''
  const carrier = async (path: string, init: RequestInit): Promise<Response> => {
    const headers = { ...(init.headers as Record<string, string>), cookie }
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { ...init, headers })
    cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? cookie
    return response
  }
  const password = passwords.get('xitong') ?? ''
  const { csrfToken } = await call(carrier, endpoints.signIn, { body: { login: 'xitong', password } })
  await call(carrier, endpoints.changePassword, { body: { current: password, next: CHANGED } }, csrfToken)
  return (endpoint, given) => call(carrier, endpoint, given, csrfToken)
}
