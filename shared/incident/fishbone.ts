import { bonesOf, type FishboneCause, type OnBone } from './bones.ts'
import { type Category, categoryTitle } from './categories.ts'
import { textWidth, wrapText } from './wrapped-text.ts'

type Line = readonly [x1: number, y1: number, x2: number, y2: number]

export interface FishboneText {
  readonly lines: readonly string[]
  readonly x: number
  /** Of the first line's baseline. */
  readonly y: number
}

export interface FishboneItem extends FishboneText {
  readonly id: string
  readonly isHeavy: boolean
  readonly twig: Line
}

export interface FishboneBone {
  readonly category: Category | null
  readonly label: FishboneText
  readonly line: Line
  readonly items: readonly FishboneItem[]
}

/** A drawing in its own units, a pixel each. */
export interface Fishbone {
  readonly width: number
  readonly height: number
  readonly spine: Line
  readonly head: FishboneText & { readonly box: readonly [x: number, y: number, width: number, height: number] }
  readonly bones: readonly FishboneBone[]
}

export const fishboneType = { size: 13, line: 17 } as const

const { size, line } = fishboneType
const labelHeight = 26
const gap = 9
const indent = 12
const deepest = 4
const slant = 32
/** How much wider bold letters are. */
const boldness = 1.1
/** Of the whole, so that words keep their length on the emptiest bone. */
const narrowestColumn = 0.26
/** Narrower than this, the spine stands upright and the bones lie one below the other. */
const narrowest = 560

/**
 * The causes drawn as the bones of a fish whose head is what happened; null while there are none. [FISH2]
 *
 * `letters`: how wide they are where it is shown, 1 being the app's own.
 */
export function fishbone(
  causes: readonly FishboneCause[],
  effect: string,
  width: number,
  { mostOnBone = Number.POSITIVE_INFINITY, letters = 1 } = {},
): Fishbone | null {
  const bones = bonesOf(causes).map((bone) => shortened(bone, mostOnBone))
  if (bones.every((bone) => bone.causes.length === 0)) return null
  const wrap: Wrap = (text, room, isHeavy) => wrapText(text, room / (isHeavy ? letters * boldness : letters), size)
  return width < narrowest ? upright(bones, effect, width, wrap) : lying(bones, effect, width, wrap)
}

type Bones = ReturnType<typeof bonesOf>
type Wrap = (text: string, room: number, isHeavy: boolean) => readonly string[]

function shortened({ category, causes }: Bones[number], most: number): Bones[number] {
  if (causes.length <= most) return { category, causes }
  const more = { id: `more-${category}`, text: `and ${causes.length - most + 1} more`, depth: 0, isHeavy: false }
  return { category, causes: [...causes.slice(0, most - 1), more] }
}

/** Spine from left to right, bones above and below it. */
function lying(bones: Bones, effect: string, width: number, wrap: Wrap): Fishbone {
  const headWidth = Math.round(Math.min(200, Math.max(120, width * 0.2)))
  const above = bones.filter((_, index) => index % 2 === 0)
  const below = bones.filter((_, index) => index % 2 === 1)
  const columns = columnsOf(above, below, width - headWidth - 16)
  const room = (at: number) => (columns[at]?.width ?? 0) - slant - 16
  const heightOf = (bone: Bones[number], at: number) =>
    bone.causes.reduce((sum, cause) => sum + textsOf(cause, room(at), wrap).height, labelHeight + gap)
  const [up, down] = [above, below].map((half) => Math.max(70, ...half.map(heightOf)))
  const spineY = Math.ceil(up ?? 0) + 2
  const headLines = wrap(effect, headWidth - 24, true)
  const headHeight = headLines.length * line + 20
  const height = Math.ceil(Math.max(spineY + (down ?? 0), spineY + headHeight / 2) + 2)
  const top = Math.max(2, Math.min(spineY - headHeight / 2, height - headHeight - 2))

  const draw = (bone: Bones[number], index: number, isAbove: boolean): FishboneBone => {
    const { left, width: column } = columns[index] ?? { left: 0, width: 0 }
    const root = left + column - 6
    const length = Math.max(60, heightOf(bone, index))
    const end = isAbove ? spineY - length : spineY + length
    const xAt = (y: number) => root - slant * (Math.abs(spineY - y) / length)
    const labelWidth = textWidth(categoryTitle(bone.category), size) * 1.2
    let y = isAbove ? end + labelHeight : spineY + gap
    const items = bone.causes.map((cause) => {
      const { x, lines, height: tall } = textsOf(cause, room(index), wrap)
      const at = y + line - 4
      y += tall
      const twigY = y - gap + 2
      return {
        id: cause.id,
        isHeavy: cause.isHeavy,
        ...{ lines, x: left + 4 + x, y: at },
        twig: [left + 4 + x, twigY, xAt(twigY), twigY] as const,
      }
    })
    return {
      category: bone.category,
      label: {
        lines: [categoryTitle(bone.category)],
        x: Math.max(left, root - slant - labelWidth - 8),
        y: isAbove ? end + 12 : end - 3,
      },
      line: [root - slant, end, root, spineY],
      items,
    }
  }
  return {
    width,
    height,
    spine: [4, spineY, width - headWidth - 2, spineY],
    head: {
      box: [width - headWidth - 2, top, headWidth, headHeight],
      lines: headLines,
      x: width - headWidth + 10,
      y: top + 10 + line - 4,
    },
    bones: [...above.map((bone, at) => draw(bone, at, true)), ...below.map((bone, at) => draw(bone, at, false))],
  }
}

/** More room for the bones that have more to say; of two opposite ones the longer counts. */
function columnsOf(above: Bones, below: Bones, width: number) {
  const share = (bone: Bones[number] | undefined) =>
    Math.sqrt((bone?.causes ?? []).reduce((sum, { text }) => sum + text.length + 20, 150))
  const shares = above.map((bone, at) => Math.max(share(bone), share(below[at])))
  const sum = shares.reduce((all, each) => all + each, 0)
  const atLeast = shares.map((each) => Math.max(each / sum, narrowestColumn))
  const whole = atLeast.reduce((all, each) => all + each, 0)
  let left = 0
  return atLeast.map((each) => {
    const column = { left, width: (width * each) / whole }
    left += column.width
    return column
  })
}

/** Head on top, spine downwards, bones one below the other to its right. */
function upright(bones: Bones, effect: string, width: number, wrap: Wrap): Fishbone {
  const headLines = wrap(effect, width - 28, true)
  const headHeight = headLines.length * line + 20
  const rib = 26
  let y = headHeight + 14
  const drawn = bones.map((bone): FishboneBone => {
    const from = y
    const label = { lines: [categoryTitle(bone.category)], x: rib + 8, y: from + 16 }
    y += labelHeight
    const items = bone.causes.map((cause) => {
      const { x, lines, height } = textsOf(cause, width - rib - 24, wrap)
      const at = y + line - 4
      y += height
      const left = rib + 16 + x
      return {
        id: cause.id,
        isHeavy: cause.isHeavy,
        lines,
        x: left,
        y: at,
        twig: [rib, at - 4, left - 4, at - 4] as const,
      }
    })
    y += gap
    const last = items.at(-1)?.twig[1] ?? from + 12
    return { category: bone.category, label, line: [8, from, rib, last], items }
  })
  const height = Math.ceil(y)
  return {
    width,
    height,
    spine: [8, headHeight, 8, Math.max(headHeight, drawn.at(-1)?.line[1] ?? headHeight)],
    head: { box: [2, 2, width - 4, headHeight - 2], lines: headLines, x: 14, y: 10 + line - 3 },
    bones: drawn,
  }
}

function textsOf(cause: OnBone, width: number, wrap: Wrap) {
  const x = Math.min(cause.depth, deepest) * indent
  const lines = wrap(cause.text, width - x, cause.isHeavy)
  return { x, lines, height: lines.length * line + gap }
}
