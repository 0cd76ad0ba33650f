/** Family and name: procedure/quorum. */
export type ComplianceRuleId = `${'completeness' | 'procedure' | 'agreement' | 'follow-up'}/${string}`
