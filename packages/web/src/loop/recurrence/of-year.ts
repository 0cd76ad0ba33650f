/** What each part of the page is about. */
export interface OfYear {
  readonly organisationId: string
  readonly year: number
}
