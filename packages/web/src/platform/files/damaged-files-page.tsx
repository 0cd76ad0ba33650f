import { endpoints, fileStateNames } from '@duizhao/contract'
import { Alert, Button } from 'antd'
import { instantInChinese } from '../archetypes/dates.ts'
import { List } from '../archetypes/list.tsx'
import { Page } from '../archetypes/page.tsx'
import { usePages } from '../archetypes/pages-of.ts'
import { sentenceOf, useChange } from '../service/api.ts'

/** The files whose bytes are not what was handed in, for the system administrator, and the check of all of them. */
export function DamagedFilesPage() {
  const pages = usePages(endpoints.listDamagedFiles, {})
  const verification = useChange(endpoints.verifyFiles)
  return (
    <Page
      title="文件核对"
      facts="每份文件在登记时记下了指纹（SHA-256），每天夜里核对一遍，对不上的列在这里"
      actions={
        <Button type="primary" loading={verification.isPending} onClick={() => verification.mutate({})}>
          现在核对
        </Button>
      }
    >
      {verification.error && <Alert type="error" title={sentenceOf(verification.error)} role="alert" />}
      {verification.data && <Alert role="status" {...outcomeOf(verification.data)} />}
      <List
        label="损坏的文件"
        {...pages}
        keyOf={({ hash }) => hash}
        whenEmpty="没有发现损坏或缺失的文件。"
        columns={[
          { header: '用途', cell: ({ uses }) => (uses.length === 0 ? '没有地方用到' : uses.join('；')) },
          { header: '情况', cell: ({ state }) => fileStateNames[state] },
          { header: '核对的时间', cell: ({ checkedAt }) => instantInChinese(checkedAt) },
          { header: '登记时的指纹', cell: ({ hash }) => <span className="quiet">{hash}</span> },
        ]}
      />
    </Page>
  )
}

function outcomeOf({ files, damaged, missing }: { files: number; damaged: number; missing: number }) {
  if (damaged + missing === 0) return { type: 'success' as const, title: `核对了 ${files} 个文件，都完好。` }
  return {
    type: 'error' as const,
    title: `核对了 ${files} 个文件：${damaged} 个已损坏或被改动，${missing} 个已缺失。请从备份里取回，或请上传的人重新上传。`,
  }
}
