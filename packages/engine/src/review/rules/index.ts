import { listRules } from '../../findings/rule.ts'
import type { Rule } from '../rule.ts'
import { firstNumber } from './numbering/first-number.ts'
import { levelSkipped } from './numbering/level-skipped.ts'
import { markPunctuation } from './numbering/mark-punctuation.ts'
import { missingNumber } from './numbering/missing-number.ts'
import { mixedMarks } from './numbering/mixed-marks.ts'
import { repeatedNumber } from './numbering/repeated-number.ts'
import { unnumberedItem } from './numbering/unnumbered-item.ts'
import { aspectsAnnounced } from './count/aspects-announced.ts'
import { campaignYear } from './count/campaign-year.ts'
import { claimedVersusListed } from './count/claimed-versus-listed.ts'
import { impossibleDate } from './count/impossible-date.ts'
import { itemsAnnounced } from './count/items-announced.ts'
import { namedVersusCounted } from './count/named-versus-counted.ts'
import { partsNearTotal } from './count/parts-near-total.ts'
import { partsVersusTotal } from './count/parts-versus-total.ts'
import { plenumBeforeHeld } from './count/plenum-before-held.ts'
import { plenumDate } from './count/plenum-date.ts'
import { plenumOfDocument } from './count/plenum-of-document.ts'
import { priorNotDescribed } from './count/prior-not-described.ts'
import { rateVersusParts } from './count/rate-versus-parts.ts'
import { aspectNotCovered } from './structure/aspect-not-covered.ts'
import { aspectWithoutProblem } from './structure/aspect-without-problem.ts'
import { emptyField } from './structure/empty-field.ts'
import { emptySection } from './structure/empty-section.ts'
import { missingCaseAnalysis } from './structure/missing-case-analysis.ts'
import { missingPersonalMatters } from './structure/missing-personal-matters.ts'
import { missingPriorRectification } from './structure/missing-prior-rectification.ts'
import { missingSection } from './structure/missing-section.ts'
import { noTitle } from './structure/no-title.ts'
import { sectionsOutOfOrder } from './structure/sections-out-of-order.ts'
import { topicNotCovered } from './structure/topic-not-covered.ts'
import { achievementsInProblems } from './substance/achievements-in-problems.ts'
import { collectiveSubject } from './substance/collective-subject.ts'
import { genericPhrasesOnly } from './substance/generic-phrases.ts'
import { measureWithoutOwner } from './substance/measure-without-owner.ts'
import { noExample } from './substance/no-example.ts'
import { objectiveExcuse } from './substance/objective-excuse.ts'
import { praiseAsProblem } from './substance/praise-as-problem.ts'
import { problemWithoutMeasure } from './substance/problem-without-measure.ts'
import { selfExoneration } from './substance/self-exoneration.ts'
import { singleSubject } from './substance/single-subject.ts'
import { suggestionAsProblem } from './substance/suggestion-as-problem.ts'
import { thinProblem } from './substance/thin-problem.ts'
import { vagueMeasure } from './substance/vague-measure.ts'
import { abbreviatedName } from './residue/abbreviated-name.ts'
import { anotherBody } from './residue/another-body.ts'
import { anotherPlace } from './residue/another-place.ts'
import { anotherSpeaker } from './residue/another-speaker.ts'
import { anotherTrade } from './residue/another-trade.ts'
import { anotherUnit } from './residue/another-unit.ts'
import { assistantTalk } from './residue/assistant-talk.ts'
import { asterisk } from './residue/asterisk.ts'
import { blank } from './residue/blank.ts'
import { choiceBracket } from './residue/choice-bracket.ts'
import { dateOfAnotherYear } from './residue/date-of-another-year.ts'
import { instruction } from './residue/instruction.ts'
import { markup } from './residue/markup.ts'
import { meetingOfAnotherYear } from './residue/meeting-of-another-year.ts'
import { pastDeadline } from './residue/past-deadline.ts'
import { placeholder } from './residue/placeholder.ts'
import { serialDate } from './residue/serial-date.ts'
import { signatureOfAnotherUnit } from './residue/signature-of-another-unit.ts'
import { webSource } from './residue/web-source.ts'
import { doubledFrame } from './wording/doubled-frame.ts'
import { doubledWords } from './wording/doubled-words.ts'
import { fixedPhrase } from './wording/fixed-phrase.ts'
import { formOfAddress } from './wording/form-of-address.ts'
import { halfWidthPunctuation } from './wording/half-width-punctuation.ts'
import { longSentence } from './wording/long-sentence.ts'
import { meetingOfAnotherKind } from './wording/meeting-of-another-kind.ts'
import { nearMiss } from './wording/near-miss.ts'
import { missingFullStop } from './wording/missing-full-stop.ts'
import { misspelling } from './wording/misspelling.ts'
import { regulationTitle } from './wording/regulation-title.ts'
import { repeatedPunctuation } from './wording/repeated-punctuation.ts'
import { repeatedWord } from './wording/repeated-word.ts'
import { replacedRegulation } from './wording/replaced-regulation.ts'
import { straightQuotes } from './wording/straight-quotes.ts'
import { straySpace } from './wording/stray-space.ts'
import { themeDiffers } from './wording/theme-differs.ts'
import { titleWithoutMarks } from './wording/title-without-marks.ts'
import { unmatchedBracket } from './wording/unmatched-bracket.ts'
import { deParticle } from './wording/de-particle.ts'
import { selfRepetition } from './similarity/self-repetition.ts'

/** Every rule, in the order of the rule reference. A new rule is one file and one line here. */
export const rules = listRules<Rule>([
  firstNumber,
  levelSkipped,
  markPunctuation,
  missingNumber,
  mixedMarks,
  repeatedNumber,
  unnumberedItem,
  aspectsAnnounced,
  campaignYear,
  claimedVersusListed,
  impossibleDate,
  itemsAnnounced,
  namedVersusCounted,
  partsNearTotal,
  partsVersusTotal,
  plenumBeforeHeld,
  plenumDate,
  plenumOfDocument,
  priorNotDescribed,
  rateVersusParts,
  aspectNotCovered,
  aspectWithoutProblem,
  emptyField,
  emptySection,
  missingCaseAnalysis,
  missingPersonalMatters,
  missingPriorRectification,
  missingSection,
  noTitle,
  sectionsOutOfOrder,
  topicNotCovered,
  achievementsInProblems,
  collectiveSubject,
  genericPhrasesOnly,
  measureWithoutOwner,
  noExample,
  objectiveExcuse,
  praiseAsProblem,
  problemWithoutMeasure,
  selfExoneration,
  singleSubject,
  suggestionAsProblem,
  thinProblem,
  vagueMeasure,
  abbreviatedName,
  anotherBody,
  anotherPlace,
  anotherSpeaker,
  anotherTrade,
  anotherUnit,
  assistantTalk,
  asterisk,
  blank,
  choiceBracket,
  dateOfAnotherYear,
  instruction,
  markup,
  meetingOfAnotherYear,
  pastDeadline,
  placeholder,
  serialDate,
  signatureOfAnotherUnit,
  webSource,
  doubledFrame,
  doubledWords,
  fixedPhrase,
  formOfAddress,
  halfWidthPunctuation,
  longSentence,
  meetingOfAnotherKind,
  missingFullStop,
  misspelling,
  nearMiss,
  regulationTitle,
  repeatedPunctuation,
  repeatedWord,
  replacedRegulation,
  straightQuotes,
  straySpace,
  themeDiffers,
  titleWithoutMarks,
  unmatchedBracket,
  deParticle,
  selfRepetition,
])
