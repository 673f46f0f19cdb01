/** What a rule answers: allowed with a value, or refused for a named reason that the UI words. */
export type Result<Value, Reason extends string> =
  | { readonly allowed: true; readonly value: Value }
  | { readonly allowed: false; readonly reason: Reason }

export function allow<Value>(value: Value): { readonly allowed: true; readonly value: Value } {
  return { allowed: true, value }
}

export function refuse<Reason extends string>(reason: Reason): { readonly allowed: false; readonly reason: Reason } {
  return { allowed: false, reason }
}
