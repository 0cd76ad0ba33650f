import { dateInChinese } from '@duizhao/engine/wording'
import type { OfficialBlock } from '@duizhao/report'

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/** Room under a heading for what only people can say. */
export const ROOM = paragraph('')

export function paragraph(words: string): OfficialBlock {
  return { kind: 'paragraph', words }
}

export interface Section {
  readonly heading: string
  /** Left out where there is nothing to say and nothing to write. */
  readonly blocks: readonly OfficialBlock[]
}

/** Sections under 一、二、三; those without anything are left out, and the others close up. */
export function sections(all: readonly Section[]): OfficialBlock[] {
  return all
    .filter(({ blocks }) => blocks.length > 0)
    .flatMap(({ heading, blocks }, at) => [
      { kind: 'heading' as const, level: 1 as const, words: `${CHINESE[at] ?? at + 1}、${heading}` },
      ...blocks,
    ])
}

/** Lines as 1．2．3．; none for none. */
export function numbered(lines: readonly string[]): OfficialBlock[] {
  return lines.map((line, at) => paragraph(`${at + 1}．${line}`))
}

/** A day in words, or the room to write one. */
export function dayOrRoom(day: string | null): string {
  return day === null ? '　　年　　月　　日' : dateInChinese(day)
}

/** 主题：……; the room to write it where there is none. */
export function labelled(label: string, words: string): OfficialBlock {
  return paragraph(`${label}：${words}`)
}
