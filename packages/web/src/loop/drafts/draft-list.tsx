import { draftKindNames, draftKinds, endpoints, type MeetingDetail } from '@duizhao/contract'
import { DownloadButton } from '../../platform/archetypes/download-button.tsx'
import { request } from '../../platform/service/api.ts'

/** The papers of a meeting as Word, filled in from what is recorded; only for who runs it. */
export function DraftList({ meeting: { id, name, mayWrite } }: { readonly meeting: MeetingDetail }) {
  if (!mayWrite) return null
  return (
    <section aria-label="文稿的底稿" className="not-printed">
      <h2>文稿的底稿</h2>
      <p className="quiet">时间、人员、次数、问题等已由记录填好；要人写的只留标题。</p>
      <p className="actions">
        {draftKinds.map((kind) => (
          <DownloadButton
            key={kind}
            isSmall
            name={`${name}${draftKindNames[kind]}.docx`}
            fetchFile={() => request(endpoints.draftPaper, { params: { meetingId: id, kind } })}
          >
            {draftKindNames[kind]}
          </DownloadButton>
        ))}
        <DownloadButton
          isSmall
          name={`${name}三清单.xlsx`}
          fetchFile={() => request(endpoints.draftLists, { params: { meetingId: id } })}
        >
          三清单（Excel）
        </DownloadButton>
        <DownloadButton
          isSmall
          name={`${name}档案.zip`}
          fetchFile={() => request(endpoints.draftArchive, { params: { meetingId: id } })}
        >
          全部档案（压缩包）
        </DownloadButton>
      </p>
    </section>
  )
}
