import { describe, expect, it } from 'vitest'
import { step } from '../../client/ui/dnd/keyboard.ts'
import { type Layout, placeAt } from '../../client/ui/dnd/place.ts'

/** Two columns with notes of 100 px; a theme to the right of them. */
const layout: Layout = {
  lists: [
    { id: 'lessons', takes: 'between', box: { left: 0, top: 0, width: 200, height: 600 } },
    { id: 'problems', takes: 'between', box: { left: 220, top: 0, width: 200, height: 600 } },
    { id: 'theme', takes: 'into', box: { left: 440, top: 0, width: 200, height: 300 } },
  ],
  items: [
    { id: 'alerts', list: 'lessons', joinable: true, box: { left: 0, top: 0, width: 200, height: 100 } },
    { id: 'pages', list: 'lessons', joinable: true, box: { left: 0, top: 110, width: 200, height: 100 } },
    { id: 'deploys', list: 'lessons', joinable: true, box: { left: 0, top: 220, width: 200, height: 100 } },
    { id: 'grouped', list: 'theme', joinable: false, box: { left: 440, top: 40, width: 200, height: 100 } },
  ],
}

const ahead = (item: string | null, list = 'lessons') => ({ kind: 'between', list, before: item })
const onto = (item: string) => ({ kind: 'onto', item, list: 'lessons' })

describe('a dragged note', () => {
  it('[DRAG1] groups on the middle of a note, and goes between notes at their edges', () => {
    expect(placeAt({ x: 50, y: 270 }, layout, 'alerts')).toEqual(onto('deploys'))
    expect(placeAt({ x: 50, y: 225 }, layout, 'alerts')).toEqual(ahead('deploys'))
    expect(placeAt({ x: 50, y: 315 }, layout, 'alerts')).toEqual(ahead(null))
  })

  it('[DRAG2] goes to the end of a column where there is nothing, and nowhere outside', () => {
    expect(placeAt({ x: 250, y: 400 }, layout, 'alerts')).toEqual(ahead(null, 'problems'))
    expect(placeAt({ x: 900, y: 10 }, layout, 'alerts')).toBeNull()
  })

  it('[DRAG2] has no place where nothing would change', () => {
    expect(placeAt({ x: 50, y: 50 }, layout, 'alerts')).toBeNull()
    expect(placeAt({ x: 50, y: 113 }, layout, 'alerts')).toBeNull()
    expect(placeAt({ x: 500, y: 200 }, layout, 'grouped')).toBeNull()
  })

  it('[DRAG3] joins a theme wherever in it it is dropped', () => {
    expect(placeAt({ x: 500, y: 60 }, layout, 'alerts')).toEqual({ kind: 'into', list: 'theme' })
  })

  it('[DRAG4] walks with the arrow keys through the same places, and over to the next column', () => {
    const first = step('ArrowDown', layout, null, 'alerts')
    const second = step('ArrowDown', layout, first, 'alerts')
    expect([first, second]).toEqual([onto('pages'), ahead('deploys')])
    const beside = step('ArrowRight', layout, second, 'alerts')
    expect(beside).toEqual(ahead(null, 'problems'))
    expect(step('ArrowRight', layout, beside, 'alerts')).toEqual({ kind: 'into', list: 'theme' })
    expect(step('ArrowUp', layout, first, 'alerts')).toBeNull()
  })
})
