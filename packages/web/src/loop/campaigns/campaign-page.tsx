import {
  type CampaignDetail,
  campaignKnownNames,
  endpoints,
  meetingKindNames,
  organisationKindNames,
  sectionRoleNames,
} from '@duizhao/contract'
import { Link, useParams } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { Page } from '../../platform/archetypes/page.tsx'
import { request, sentenceOf, useChange, useRead } from '../../platform/service/api.ts'
import { ChangeCampaignForm } from './campaign-form.tsx'

/** One campaign: what it asks, to whom it went, and who is at which step. */
export function CampaignPage() {
  const { campaignId = '' } = useParams({ strict: false })
  const { data, error } = useRead(endpoints.readCampaign, { params: { campaignId } })
  if (data !== undefined) return <CampaignShown key={campaignId} campaign={data} />
  return (
    <Page title="专题">
      {error ? (
        <>
          <p className="fault" role="alert">
            {sentenceOf(error)}
          </p>
          <Link to="/campaigns">回到专题</Link>
        </>
      ) : (
        <Skeleton active aria-label="正在读取" />
      )}
    </Page>
  )
}

function CampaignShown({ campaign }: { readonly campaign: CampaignDetail }) {
  const [isOpen, setOpen] = useState(false)
  const { id, name, kind, cycleYear, organisation, openedOn, meetings, mayWrite } = campaign
  return (
    <Page
      title={name}
      facts={`${organisation.name}，${cycleYear}年度${meetingKindNames[kind]}，${
        openedOn === null ? '还没有发' : `${dateInChinese(openedOn)}发给 ${meetings} 个组织`
      }`}
      actions={
        <>
          {mayWrite && <SendButton campaign={campaign} />}
          {mayWrite && <Button onClick={() => setOpen(true)}>修改</Button>}
          <DownloadButton
            name={`${name}.json`}
            fetchFile={() => request(endpoints.campaignFile, { params: { campaignId: id } })}
          >
            导出通知文件
          </DownloadButton>
          <Button onClick={() => print()}>打印</Button>
        </>
      }
    >
      {meetings > 0 && (
        <p>
          <Link to="/meeting-board" search={{ organisationId: organisation.id, campaignId: id }}>
            看 {meetings} 个组织各到哪一步
          </Link>
        </p>
      )}
      <Asked campaign={campaign} />
      {isOpen && <ChangeCampaignForm campaign={campaign} onClose={() => setOpen(false)} />}
    </Page>
  )
}

/** Sends it: how many get a meeting is said before, since it cannot be taken back. */
function SendButton({ campaign: { id, version, wouldReceive, meetings } }: { readonly campaign: CampaignDetail }) {
  const { message, modal } = App.useApp()
  const open = useChange(endpoints.openCampaign)
  const send = async (): Promise<void> => {
    try {
      const after = await open.mutateAsync({ params: { campaignId: id }, body: { version } })
      void message.success(`已发给 ${after.meetings - meetings} 个组织，它们的“会议”里有了。`)
    } catch (refused) {
      void message.error(sentenceOf(refused))
    }
  }
  if (wouldReceive === 0) return null
  const ask = (): void =>
    void modal.confirm({
      title: `发给 ${wouldReceive} 个组织？`,
      content: '每个组织各有一次会议。发了不能收回，要求以后可以改。',
      okText: `发给 ${wouldReceive} 个组织`,
      cancelText: '先不发',
      onOk: send,
    })
  return (
    <Button type="primary" loading={open.isPending} onClick={ask}>
      {meetings === 0 ? '发给下级' : `补发给 ${wouldReceive} 个组织`}
    </Button>
  )
}

function Asked({ campaign }: { readonly campaign: CampaignDetail }) {
  const { theme, fromOn, untilOn, leadWorkdays, reportDays, known, bodyKinds, requiredSections, noticePaper } = campaign
  const { aspects, mirrors, reportItems } = campaign
  return (
    <dl className="facts">
      <dt>主题</dt>
      <dd>{theme === '' ? '没有写' : theme}</dd>
      <dt>哪一段时间开</dt>
      <dd>
        {dateInChinese(fromOn)}至{dateInChinese(untilOn)}
      </dd>
      <dt>方案</dt>
      <dd>提前 {leadWorkdays} 个工作日报上级</dd>
      <dt>上报</dt>
      <dd>会后 {reportDays} 天内</dd>
      <dt>方面</dt>
      <dd>
        {aspects.length === 0 && '没有写'}
        <ol>
          {aspects.map(({ title, points }) => (
            <li key={title}>
              {title}
              {points.length > 0 && (
                <ul>
                  {points.map((point) => (
                    <li key={point}>{point}</li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ol>
      </dd>
      <dt>还要对照</dt>
      <dd>{mirrors.length === 0 ? '没有写' : mirrors.join('；')}</dd>
      <dt>会上通报</dt>
      <dd>{reportItems.length === 0 ? '没有写' : reportItems.join('；')}</dd>
      <dt>材料必有的部分</dt>
      <dd>{requiredSections.map((section) => sectionRoleNames[section]).join('、')}</dd>
      <dt>发给</dt>
      <dd>{bodyKinds.map((one) => organisationKindNames[one]).join('、')}</dd>
      <dt>核实到什么程度</dt>
      <dd>{campaignKnownNames[known]}</dd>
      {noticePaper !== null && (
        <>
          <dt>通知</dt>
          <dd>
            <Link to="/papers/$paperId" params={{ paperId: noticePaper.id }}>
              {noticePaper.name}
            </Link>
          </dd>
        </>
      )}
    </dl>
  )
}
