/** What the guard says of an incoming update. [DESIGN §4] */
export type Verdict =
  /** Everything in it is known already. */
  | { readonly verdict: 'nothing-new' }
  /** It may be applied; `newClients` appear for the first time and become this person's with the same commit. */
  | { readonly verdict: 'apply'; readonly newClients: readonly number[] }
  /** It depends on what the server lacks: set aside, and ask for the rest. */
  | { readonly verdict: 'gap' }
  | { readonly verdict: 'refuse'; readonly reason: string }
