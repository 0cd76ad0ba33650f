import { endpoints } from '@duizhao/contract'
import { Alert, Button, Upload } from 'antd'
import { useState } from 'react'
import { sentenceOf, useChange } from '../../platform/service/api.ts'
import { OrganisationSelect } from '../../platform/elements/organisation-select.tsx'

interface NoticeTemplateProps {
  readonly organisationId: string | undefined
}

/** The office's own form of notices: a .docx with fields by name. */
export function NoticeTemplate({ organisationId }: NoticeTemplateProps) {
  const [place, setPlace] = useState(organisationId)
  const send = useChange(endpoints.setNoticeTemplate)
  const { data } = send
  return (
    <section aria-label="督办单格式" className="not-printed">
      <h2>本单位的督办单格式</h2>
      <p className="quiet">
        没有上传的，按公文格式生成。自己的格式用 .docx，要填的地方写成 {'{{文号}}'}、{'{{单位}}'}、{'{{问题}}'}、
        {'{{时限}}'}、{'{{要求}}'}、{'{{答复期限}}'} 等。
      </p>
      <div className="filters">
        <OrganisationSelect isPlain label="适用组织" value={place} onChange={setPlace} />
        <Upload
          accept=".docx"
          maxCount={1}
          showUploadList={false}
          disabled={place === undefined}
          beforeUpload={(file) => {
            if (place !== undefined) send.mutate({ params: { organisationId: place }, file })
            return false
          }}
        >
          <Button loading={send.isPending} disabled={place === undefined}>
            上传格式
          </Button>
        </Upload>
      </div>
      {send.error && <Alert type="error" role="alert" title={sentenceOf(send.error)} />}
      {data && (
        <Alert
          role="status"
          type={data.unknown.length > 0 ? 'warning' : 'success'}
          title={`已存下。认出的字段：${data.fields.join('、') || '没有'}${data.unknown.length > 0 ? `；不认识的：${data.unknown.join('、')}` : ''}。`}
        />
      )}
    </section>
  )
}
