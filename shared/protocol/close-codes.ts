/**
 * Why a socket was closed. `y-websocket` stops for good on 44xx and retries otherwise, so 45xx is for whatever a
 * retry can mend. [DESIGN §5]
 */
export const closeCodes = {
  noIdentity: 4401,
  refused: 4403,
  noSuchBoard: 4404,
  removed: 4409,
  tooLarge: 4413,
  schemaTooOld: 4426,
  tryAgain: 4500,
  tooFast: 4529,
} as const

export type CloseCode = (typeof closeCodes)[keyof typeof closeCodes]
