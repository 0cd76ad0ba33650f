import { shortened } from '@duizhao/engine/wording'
import { type Answer, endpoints } from '@duizhao/contract'
import { Link, useParams, useSearch } from '@tanstack/react-router'
import { Button, Skeleton } from 'antd'
import { useEffect, useRef } from 'react'
import { Page } from '../../platform/archetypes/page.tsx'
import { PassageTools } from '../../platform/elements/passage-tools.tsx'
import { sentenceOf, useRead } from '../../platform/service/api.ts'
import './paper-text.css'
import { passageSearchOf, type PassageSearch } from './passage-search.ts'
import { useSelectedSpan } from './selected-span.ts'

/** The text of one version of a paper: a passage in it can be marked, and something done with it. */
export function PaperTextPage() {
  const { versionId = '' } = useParams({ strict: false })
  const shown = passageSearchOf(useSearch({ strict: false }))
  const { data, error } = useRead(endpoints.readPaperText, { params: { versionId } })
  if (data !== undefined) return <Shown key={versionId} versionId={versionId} read={data} shown={shown} />
  return (
    <Page title="文稿的文字">
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

interface ShownProps {
  readonly versionId: string
  readonly read: Answer<typeof endpoints.readPaperText>
  readonly shown: PassageSearch
}

const MOST_WORDS = 60

function Shown({ versionId, read: { paper, ordinal, organisation, text }, shown }: ShownProps) {
  const { begins = 0, ends = 0 } = shown
  const words = useRef<HTMLDivElement>(null)
  const mark = useRef<HTMLElement>(null)
  useEffect(() => {
    // Nothing is given back: newer browsers answer a scroll with a promise, which is no way to clean up.
    mark.current?.scrollIntoView({ block: 'center' })
  }, [begins, ends])
  const span = useSelectedSpan(words, text)
  const chosen = span === null ? '' : text.slice(span.begins, span.ends)
  return (
    <Page
      title={paper.title}
      facts={`第 ${ordinal} 版的文字，${organisation.name}`}
      actions={
        <>
          <Link to="/papers/$paperId" params={{ paperId: paper.id }}>
            回到文稿
          </Link>
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      <p className="quiet not-printed">用鼠标或手指选中一段，就可以把它登记为问题。</p>
      <div ref={words} className="paper-text">
        {text.slice(0, begins)}
        {ends > begins && <mark ref={mark}>{text.slice(begins, ends)}</mark>}
        {text.slice(Math.max(begins, ends))}
      </div>
      {span !== null && (
        <section className="passage-bar not-printed" aria-label="选中的一段">
          <span>“{shortened(chosen, MOST_WORDS)}”</span>
          <PassageTools
            key={`${span.begins} ${span.ends}`}
            passage={{ of: 'paper', versionId, ...span }}
            words={chosen}
            organisationId={organisation.id}
            source="meeting"
          />
        </section>
      )}
    </Page>
  )
}
