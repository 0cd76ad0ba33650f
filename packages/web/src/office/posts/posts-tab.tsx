import { endpoints, type OrganisationDetail, type Post, postCaption, postRoleNames } from '@duizhao/contract'
import { Button, Checkbox } from 'antd'
import { useState } from 'react'
import { DateField } from '../../platform/archetypes/date-field.tsx'
import { dateInChinese, todayInChina } from '../../platform/archetypes/dates.ts'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { LinkButton } from '../../platform/archetypes/link-button.tsx'
import { List } from '../../platform/archetypes/list.tsx'
import { usePages } from '../../platform/archetypes/pages-of.ts'
import { request } from '../../platform/service/api.ts'
import { EndPostForm } from './end-post-form.tsx'
import { PostForm } from './post-form.tsx'
import { WithdrawPostForm } from './withdraw-post-form.tsx'

type Open = { readonly form: 'new' } | { readonly form: 'change' | 'end' | 'withdraw'; readonly post: Post }

/** Who is what in an organisation, today or on another day, and all who ever were. */
export function PostsTab({ organisation }: { readonly organisation: OrganisationDetail }) {
  const [day, setDay] = useState<string | null>(null)
  const [history, setHistory] = useState(false)
  const [open, setOpen] = useState<Open | null>(null)
  const params = { organisationId: organisation.id }
  const onDay = day === null ? {} : { onDay: day }
  const pages = usePages(endpoints.listPosts, { params, query: { history, ...(history ? {} : onDay) } })
  const mayWrite = organisation.allowed.includes('post.write')
  const close = (): void => setOpen(null)
  return (
    <>
      <div className="filters" role="search" aria-label="筛选">
        <span>
          截至&nbsp;
          <DateField label="任职截至日期" disabled={history} value={day ?? todayInChina()} onChange={setDay} />
        </span>
        <Checkbox checked={history} onChange={({ target }) => setHistory(target.checked)}>
          历任都列出
        </Checkbox>
        {mayWrite && <Button onClick={() => setOpen({ form: 'new' })}>登记任职</Button>}
        {mayWrite && (
          <LinkButton to="/organisations/$organisationId/post-import" params={{ organisationId: organisation.id }}>
            从 Excel 导入
          </LinkButton>
        )}
        <DownloadButton
          name={`${organisation.name}分工表.docx`}
          fetchFile={() => request(endpoints.exportDivisionOfWork, { params, query: onDay })}
        >
          分工表（Word）
        </DownloadButton>
        <DownloadButton
          name={`${organisation.name}任职.xlsx`}
          fetchFile={() => request(endpoints.exportPostList, { params, query: onDay })}
        >
          导出 Excel
        </DownloadButton>
      </div>
      <List
        label="任职"
        {...pages}
        keyOf={({ id }) => id}
        whenEmpty={mayWrite ? '这一天没有任职。可以逐个登记，也可以从 Excel 导入。' : '这一天没有任职。'}
        columns={[
          { header: '姓名', cell: ({ person }) => person.name },
          { header: '职务', cell: (post) => <Caption post={post} /> },
          { header: '分管', cell: ({ leads }) => leads.map(({ name }) => name).join('、') },
          { header: '所在支部', cell: ({ branch }) => branch?.name ?? '' },
          { header: '任职时间', cell: (post) => <Span post={post} /> },
          ...(mayWrite ? [{ header: '操作', cell: (post: Post) => <Acts post={post} onOpen={setOpen} /> }] : []),
        ]}
      />
      {open?.form === 'new' && <PostForm organisation={organisation} post={null} onClose={close} />}
      {open?.form === 'change' && <PostForm organisation={organisation} post={open.post} onClose={close} />}
      {open?.form === 'end' && <EndPostForm post={open.post} onClose={close} />}
      {open?.form === 'withdraw' && <WithdrawPostForm post={open.post} onClose={close} />}
    </>
  )
}

function Caption({ post }: { readonly post: Post }) {
  const kind = postRoleNames[post.role]
  return (
    <>
      {postCaption(post)}
      {postCaption(post) !== kind && <span className="quiet">（{kind}）</span>}
    </>
  )
}

function Span({ post: { fromOn, toOn, withdrawn } }: { readonly post: Post }) {
  const words = `${dateInChinese(fromOn)}${toOn === null ? '起' : `至${dateInChinese(toOn)}`}`
  if (withdrawn === null) return words
  return (
    <>
      <s>{words}</s>
      <br />
      <span className="quiet">
        {dateInChinese(withdrawn.on)}撤回：{withdrawn.reason}
      </span>
    </>
  )
}

function Acts({ post, onOpen }: { readonly post: Post; readonly onOpen: (open: Open) => void }) {
  if (post.withdrawn !== null) return null
  const name = `${post.person.name}的${postCaption(post)}`
  const button = (form: 'change' | 'end' | 'withdraw', words: string) => (
    <Button size="small" aria-label={`${words}：${name}`} onClick={() => onOpen({ form, post })}>
      {words}
    </Button>
  )
  return (
    <span className="actions">
      {button('change', '修改')}
      {post.toOn === null && button('end', '免去')}
      {button('withdraw', '撤回')}
    </span>
  )
}
