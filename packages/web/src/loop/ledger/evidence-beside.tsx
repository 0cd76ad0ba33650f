import { type Evidence, evidenceKindNames } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { dateInChinese } from '../../platform/archetypes/dates.ts'
import { EvidenceContent } from './evidence-content.tsx'

/** The evidence of a problem beside what one decides about it, one piece open at a time. */
export function EvidenceBeside({ evidence }: { readonly evidence: readonly Evidence[] }) {
  const files = evidence.filter(({ file }) => file !== null)
  const [openId, setOpenId] = useState(files.length === 1 ? files[0]?.id : undefined)
  const open = files.find(({ id }) => id === openId)
  return (
    <section aria-label="佐证材料" className="evidence-beside">
      <h3>佐证材料</h3>
      {evidence.length === 0 && <p className="quiet">没有佐证材料。</p>}
      <ul className="checks">
        {evidence.map((one) => (
          <li key={one.id}>
            {one.file === null ? (
              one.cited?.link ? (
                <Link to={one.cited.link} target="_blank">
                  {one.name}（另开一页）
                </Link>
              ) : (
                one.name
              )
            ) : (
              <button
                type="button"
                className="plain"
                aria-pressed={one.id === openId}
                onClick={() => setOpenId(one.id)}
              >
                {one.name}
              </button>
            )}{' '}
            <span className="quiet">
              {evidenceKindNames[one.kind]}，{dateInChinese(one.datedOn)}
            </span>
          </li>
        ))}
      </ul>
      {open !== undefined && <EvidenceContent key={open.id} evidence={open} />}
    </section>
  )
}
