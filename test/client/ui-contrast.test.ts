import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { personColors } from '../../shared/review/names.ts'

const css = readFileSync(new URL('../../client/styles/tokens.css', import.meta.url), 'utf8')
const hues = [...personColors, 'gray'] as const

describe.each(['light', 'dark'] as const)('the %s theme', (theme) => {
  const color = colorsOf(theme)

  it.each(['paper', 'surface', 'raised', 'sunken'])(
    '[UI1] shows text on %s with a contrast of 4.5, of 7 for ink',
    (on) => {
      const contrasts = (names: readonly string[]) => names.map((name) => contrast(color(name), color(on)))
      expect(Math.min(...contrasts(['ink']))).toBeGreaterThanOrEqual(7)
      expect(Math.min(...contrasts(['ink-soft', 'ink-faint', 'amber', 'danger', 'good']))).toBeGreaterThanOrEqual(4.5)
    },
  )

  it('[UI1] shows what stands on a solid hue with a contrast of 4.5', () => {
    const weak = hues.filter((hue) => contrast(color('hue-on-solid'), color(`hue-${hue}`)) < 4.5)
    expect(weak).toEqual([])
  })

  it('[UI1] shows note text on every tint with a contrast of 7, and a hue on its own tint with 4.5', () => {
    const weak = hues.filter((hue) => {
      const tint = mixed(color(`hue-${hue}`), color('surface'), theme === 'light' ? 0.1 : 0.14)
      return contrast(color('ink'), tint) < 7 || contrast(color(`hue-${hue}`), tint) < 4.5
    })
    expect(weak).toEqual([])
  })

  it('[UI1] draws the outline of a control with a contrast of 3', () => {
    expect(contrast(color('line-strong'), color('surface'))).toBeGreaterThanOrEqual(3)
    expect(contrast(color('focus'), color('paper'))).toBeGreaterThanOrEqual(3)
  })
})

describe.each(['light', 'dark'] as const)('the sections in the %s theme', (theme) => {
  it.each(['full', 'protanopia', 'deuteranopia', 'tritanopia'] as const)(
    '[UI2] stay apart for eyes with %s vision',
    (eyes) => {
      const color = colorsOf(theme)
      const seen = ['green', 'blue', 'violet', 'orange'].map((hue) => oklab(seenWith(eyes, color(`hue-${hue}`))))
      const apart = seen.flatMap((one, index) => seen.slice(index + 1).map((other) => distance(one, other)))
      // Two colours side by side are told apart from about 0.02 on.
      expect(Math.min(...apart)).toBeGreaterThan(0.09)
    },
  )
})

type Rgb = readonly [number, number, number]

/** The colours of a theme by name, from 0 to 255. */
function colorsOf(theme: 'light' | 'dark'): (name: string) => Rgb {
  const block = css.split(theme === 'light' ? ':root {' : ':root[data-theme="dark"] {')[1]?.split('\n}')[0] ?? ''
  const found = new Map(
    [...block.matchAll(/--([\w-]+): #([0-9a-f]{6});/g)].map(([, name = '', hex = '']) => [name, hex]),
  )
  return (name) => {
    const hex = found.get(name)
    if (hex === undefined) throw new Error(`no colour ${name} in the ${theme} theme`)
    const part = (from: number) => Number.parseInt(hex.slice(from, from + 2), 16)
    return [part(0), part(2), part(4)]
  }
}

/** Close enough to what `color-mix` gives for small shares. */
function mixed(a: Rgb, b: Rgb, share: number): Rgb {
  const mix = (one: number, other: number) => one * share + other * (1 - share)
  return [mix(a[0], b[0]), mix(a[1], b[1]), mix(a[2], b[2])]
}

/** As WCAG 2 defines it. */
function contrast(a: Rgb, b: Rgb): number {
  const [one, other] = [luminance(a), luminance(b)]
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
}

function luminance([r, g, b]: Rgb): number {
  return 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b)
}

function linear(value: number): number {
  const part = value / 255
  return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
}

/** Linear RGB as dichromats see it: Machado, Oliveira and Fernandes (2009), severity 1. */
const visions = {
  full: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
} as const

function seenWith(eyes: keyof typeof visions, [r, g, b]: Rgb): Rgb {
  const m = visions[eyes]
  const [x, y, z] = [linear(r), linear(g), linear(b)]
  const row = (from: 0 | 3 | 6) => Math.max(0, (m[from] ?? 0) * x + (m[from + 1] ?? 0) * y + (m[from + 2] ?? 0) * z)
  return [row(0), row(3), row(6)]
}

/** Of linear RGB: Ottosson (2020). */
function oklab([r, g, b]: Rgb): Rgb {
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b)
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b)
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}

function distance(a: Rgb, b: Rgb): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])
}
