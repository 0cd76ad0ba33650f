import { element } from '@duizhao/view'
import { canBeAnnotated, fileName } from '@duizhao/report'
import type { UnreadableFile } from '@duizhao/report'
import { save } from '../files/save.ts'
import { embeddedAssets } from '../frame/embedded.ts'
import type { Conclusion, GivenFile, Written } from '../work/jobs.ts'
import type { Ask } from '../work/workshop.ts'

interface Downloads {
  readonly conclusion: Conclusion
  readonly files: readonly GivenFile[]
  readonly ask: Ask
  readonly say: (words: string) => void
}

const FORMS = [
  ['html', '网页'],
  ['xlsx', 'Excel'],
  ['json', 'JSON'],
] as const

/** The files a review gives: the result in three forms, and the files with findings as Word comments. */
export function reviewDownloads({ conclusion, files, ask, say }: Downloads): HTMLElement {
  const { outcome } = conclusion
  const write = async (form: (typeof FORMS)[number][0]): Promise<void> => {
    save(`审核结果.${form}`, await ask('write', { outcome, form, assets: embeddedAssets() }))
  }
  const annotateAll = async (): Promise<void> => {
    const { written, refused } = await annotated(ask, conclusion, files)
    if (written.length === 1 && written[0] !== undefined) save(written[0].name, written[0].bytes)
    else if (written.length > 1)
      save('带批注的材料.zip', await ask('archive', { files: written.map(({ name, bytes }) => ({ name, bytes })) }))
    const anew = written.filter(({ isOwnFile }) => !isOwnFile).length
    say(
      [
        written.length === 0 ? '没有可以写批注的 Word 文档。' : `写好 ${written.length} 份。`,
        anew === 0 ? '' : `其中 ${anew} 份的原件不能写批注，给的是文字相同的 .docx，版式与原件不同。`,
        ...refused.map(({ message }) => message),
      ].join(''),
    )
  }
  return element(
    'p',
    { class: 'downloads' },
    ...FORMS.map(([form, name]) =>
      element('button', { type: 'button', 'data-download': form, onclick: () => void write(form) }, `存为${name}`),
    ),
    element(
      'button',
      { type: 'button', 'data-download': 'annotated', onclick: () => void annotateAll() },
      '存带批注的 Word',
    ),
  )
}

async function annotated(
  ask: Ask,
  { outcome }: Conclusion,
  files: readonly GivenFile[],
): Promise<{ written: (Written & { isOwnFile: boolean })[]; refused: UnreadableFile[] }> {
  const written: (Written & { isOwnFile: boolean })[] = []
  const refused: UnreadableFile[] = []
  for (const { path, format, findings } of outcome.documents) {
    const given = files.find((file) => file.path === path)
    if (!canBeAnnotated(format) || given === undefined) continue
    const copy = await ask('annotate', { ...given, findings })
    if (copy instanceof Uint8Array)
      written.push({
        name: `${fileName(path).replace(/\.[^.]*$/, '')}（审核意见）.docx`,
        bytes: copy,
        isOwnFile: format === 'docx',
      })
    else refused.push(copy)
  }
  return { written, refused }
}
