import { Link } from '@tanstack/react-router'
import './help-tasks.css'

/** A thing people do often: how, in steps, and where it begins. */
export interface HelpTask {
  readonly name: string
  /** The page it begins on. */
  readonly path: string
  readonly steps: readonly string[]
  /** The address of its picture, taken by `npm run pictures`. */
  readonly picture: string
  /** What the picture shows, for who does not see it. */
  readonly shows: string
}

/** Things people do often, each with its steps and a picture. */
export function HelpTasks({ tasks }: { readonly tasks: readonly HelpTask[] }) {
  return tasks.map(({ name, path, steps, picture, shows }) => (
    <section key={name} className="help-task" aria-label={name}>
      <div>
        <h3>{name}</h3>
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        <Link to={path} aria-label={`去做：${name}`}>
          去做
        </Link>
      </div>
      <img src={picture} alt={shows} loading="lazy" width={720} height={450} />
    </section>
  ))
}
