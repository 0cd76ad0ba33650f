/** A stream that words are shown on; one that is no terminal has neither `isTTY` nor `columns`. */
export type Screen = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number }

/** Where the words of a run go: its result to `stdout`, what it remarks on the way to `stderr`. */
export interface Terminal {
  readonly stdout: Screen
  readonly stderr: Screen
}

/** Hears what a command ends with. */
export type SetExitCode = (code: number) => void
