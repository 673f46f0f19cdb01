import { offsetMinutesAt, zoneName } from './local-time.ts'

/** How far zones are ahead of UTC by their usual letters; those that stand for two are what RFC 2822 or most say. */
const offsetHours: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  UT: 0,
  GMT: 0,
  WET: 0,
  WEST: 1,
  BST: 1,
  CET: 1,
  CEST: 2,
  EET: 2,
  EEST: 3,
  MSK: 3,
  IST: 5.5,
  SGT: 8,
  HKT: 8,
  AWST: 8,
  JST: 9,
  KST: 9,
  ACST: 9.5,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
  NST: -3.5,
  AST: -4,
  ADT: -3,
  EST: -5,
  EDT: -4,
  CST: -6,
  CDT: -5,
  MST: -7,
  MDT: -6,
  PST: -8,
  PDT: -7,
  AKST: -9,
  HST: -10,
}

/**
 * Minutes ahead of UTC: of `Z`, `UTC`, `+02:00`, `UTC+2`, or letters such as `CEST`; undefined for what is no zone.
 *
 * `own`, an IANA zone, decides letters that stand for several zones: IST is Dublin's for whoever is there.
 */
export function offsetOfZone(written: string, own: string): number | undefined {
  const parts = /^(?:UTC|GMT)?([+-])(\d{1,2}):?(\d{2})?$/.exec(written)
  if (parts !== null) {
    const minutes = Number(parts[2]) * 60 + Number(parts[3] ?? 0)
    return minutes > 14 * 60 ? undefined : parts[1] === '-' ? -minutes : minutes
  }
  const mine = ownOffset(written, own)
  if (mine !== undefined) return mine
  const hours = offsetHours[written]
  return hours === undefined ? undefined : hours * 60
}

/** In winter and in summer. */
const seasons = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)]

function ownOffset(letters: string, zone: string): number | undefined {
  const season = seasons.find((ms) => zoneName(ms, zone) === letters)
  return season === undefined ? undefined : offsetMinutesAt(season, zone)
}
