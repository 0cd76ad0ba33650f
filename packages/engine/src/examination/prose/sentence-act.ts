/** What a sentence of running text does; `more` goes on with what an earlier sentence of its paragraph began. */
export const sentenceActs = ['shortcoming', 'more', 'praise', 'turn', 'cause', 'measure', 'statement'] as const
export type SentenceAct = (typeof sentenceActs)[number]

/** What a paragraph is known to be about; `any` if nothing says it. */
export const proseRoles = ['problems', 'causes', 'measures', 'any'] as const
export type ProseRole = (typeof proseRoles)[number]
