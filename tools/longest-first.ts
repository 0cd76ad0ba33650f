import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** The files whose tests take longest, of each kind about as long as the next; the end of a run should leave no processor idle. */
const LONG = [/crash\.test\.ts$/, /permissions\.test\.ts$/, /machine\.test\.ts$/, /e2e\//, /cli\.test\.ts$/]

/**
 * Begins with the long ones, known by name even on a machine that has not run them yet; then project by project, because a
 * worker goes on with what it has loaded only within one; within it as Vitest would.
 */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const projects = [...new Set(sorted.map(({ project }) => project.name))].toSorted()
    const place = (file: TestSpecification): number =>
      rank(file) * projects.length + projects.indexOf(file.project.name)
    return sorted.toSorted((one, other) => place(one) - place(other))
  }
}

function rank({ moduleId }: TestSpecification): number {
  const place = LONG.findIndex((pattern) => pattern.test(moduleId))
  return place === -1 ? LONG.length : place
}
