import type { ProblemDetail } from '@duizhao/contract'
import { Link } from '@tanstack/react-router'

/** Where the problem was taken from, in the words that stand there. */
export function OriginList({ problem: { origins } }: { readonly problem: ProblemDetail }) {
  if (origins.length === 0) return null
  return (
    <section aria-label="出自">
      <h2>出自</h2>
      {origins.map(({ id, title, words, link, by }) => {
        const [path = '', query = ''] = link.split('?')
        return (
          <div key={id} className="piece">
            <p>
              <Link to={path} search={Object.fromEntries(new URLSearchParams(query))}>
                {title}
              </Link>
            </p>
            <p className="written">“{words}”</p>
            <span className="quiet">{by}指出</span>
          </div>
        )
      })}
    </section>
  )
}
