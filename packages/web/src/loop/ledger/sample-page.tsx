import { type Answer, endpoints, type Problem, problemStateNames } from '@duizhao/contract'
import { Link, useParams } from '@tanstack/react-router'
import { Alert, Button, Skeleton } from 'antd'
import { dateInChinese, instantInChinese } from '../../platform/archetypes/dates.ts'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'
import { List } from '../../platform/archetypes/list.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { sentenceOf, useRead } from '../../platform/service/api.ts'

type Sample = Answer<typeof endpoints.readLookBackSample>

/** One draw to look back at: who drew it from what, and which problems. */
export function SamplePage() {
  const { sampleId = '' } = useParams({ strict: false })
  const { data, error } = useRead(endpoints.readLookBackSample, { params: { sampleId } })
  if (data !== undefined) return <Read sample={data} />
  return (
    <Page title="抽取的回头看">
      {error ? (
        <p className="fault" role="alert">
          {sentenceOf(error)}
        </p>
      ) : (
        <Skeleton active aria-label="正在读取" />
      )}
    </Page>
  )
}

function Read({ sample }: { readonly sample: Sample }) {
  const { organisation, by, at, size, base, drawn, seed, problems, unseen, isSame } = sample
  const facts = [
    ['抽取人', by],
    ['时间', instantInChinese(at)],
    ['范围', `${organisation.name}和下级已销号、当时还没有认定有效的 ${base} 个问题`],
    ['抽到', `${drawn} 个（要抽 ${size} 个）`],
    ['抽签依据', seed],
    ['核对', isSame ? '按记下的依据和范围重新抽签，结果相同' : '按记下的依据和范围重新抽签，结果不同'],
  ] as const
  return (
    <Page
      title="抽取的回头看"
      facts={`${organisation.name}，${instantInChinese(at)}`}
      actions={
        <>
          <LinkButton to="/look-back-samples" search={{ organisationId: organisation.id }}>
            以前的抽取
          </LinkButton>
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      {!isSame && (
        <Alert
          type="error"
          role="alert"
          className="before-form"
          title="留着的抽取记录和抽签依据对不上，可能被改动过。请审计管理员对照审计日志核实。"
        />
      )}
      <dl className="facts">
        {facts.map(([term, words]) => [<dt key={term}>{term}</dt>, <dd key={`${term} value`}>{words}</dd>])}
      </dl>
      <h2>抽到的问题</h2>
      {unseen > 0 && <p className="quiet">另有 {unseen} 个不在授权范围内，没有列出。</p>}
      <List
        label="抽到的问题"
        rows={problems}
        keyOf={({ id }) => id}
        whenEmpty="没有可以抽的：已销号的都认定过了。"
        columns={[
          { header: '编号', cell: ({ number }) => <span className="number">{number}</span> },
          {
            header: '问题',
            cell: ({ id, text }) => (
              <Link to="/problems/$problemId" params={{ problemId: id }}>
                {text}
              </Link>
            ),
          },
          { header: '单位', cell: (problem) => problem.organisation.name },
          { header: '销号', cell: ({ struckOffOn }) => (struckOffOn === null ? '' : dateInChinese(struckOffOn)) },
          { header: '回头看', cell: lookedBack },
        ]}
      />
    </Page>
  )
}

/** What came of looking back at it. */
function lookedBack({ provedOn, state }: Problem): string {
  if (provedOn !== null) return `${dateInChinese(provedOn)}认定有效`
  return state === 'relapsed' ? problemStateNames.relapsed : '还没有看'
}
