import { type AuditVerification, endpoints } from '@duizhao/contract'
import { Alert, Button, Input, Typography } from 'antd'
import { useState } from 'react'
import { instantInChinese } from '../archetypes/dates.ts'
import { sentenceOf, useChange, useRead } from '../service/api.ts'

/** The end of the log as a code for paper, and whether all before it still is what was written. */
export function EndOfLog() {
  const { data: head } = useRead(endpoints.readAuditHead, {})
  const verification = useChange(endpoints.verifyAudit)
  const [code, setCode] = useState('')
  const verify = (): void => verification.mutate(code.trim() === '' ? {} : { query: { code } })
  return (
    <section aria-label="链尾">
      {head && (
        <p>
          链尾码{' '}
          <Typography.Text code copyable>
            {head.code}
          </Typography.Text>
          （第 {head.number} 条，{instantInChinese(head.at)}）。请定期抄下或打印，放在别处。
          {head.anchor === null
            ? '还没有写出过锚点。'
            : `锚点最近写到第 ${head.anchor.number} 条，${instantInChinese(head.anchor.at)}。`}
        </p>
      )}
      <div className="filters">
        <Input
          placeholder="抄下的链尾码（可以不填）"
          aria-label="抄下的链尾码"
          style={{ width: 340 }}
          value={code}
          onChange={(event) => setCode(event.target.value)}
          onPressEnter={verify}
        />
        <Button type="primary" loading={verification.isPending} onClick={verify}>
          校验审计日志
        </Button>
        <Button onClick={() => window.print()}>打印这一页</Button>
      </div>
      {verification.error && <Alert type="error" title={sentenceOf(verification.error)} role="alert" />}
      {verification.data && <Verified found={verification.data} />}
    </section>
  )
}

function Verified({ found }: { readonly found: AuditVerification }) {
  const { intact, entries, broken, anchors, rewritten } = found
  const chain = broken === null ? `${entries} 条，首尾相接` : `第 ${broken.number} 条断了：${broken.reason}`
  const lines = [...rewritten, ...anchors.faults, ...anchors.notes]
  return (
    <Alert
      role="status"
      type={intact ? 'success' : 'error'}
      title={`${intact ? '完整' : '不完整'}：${chain}，与 ${anchors.compared} 个锚点对照过。`}
      {...(lines.length === 0 ? {} : { description: lines.map((line) => <p key={line}>{line}</p>) })}
    />
  )
}
