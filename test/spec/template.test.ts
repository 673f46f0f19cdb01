import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { icons } from '../../client/ui/section-icons.ts'
import { plannedMinutes } from '../../shared/review/agenda.ts'
import { agendaFor } from '../../shared/review/agenda-lengths.ts'
import { personColors } from '../../shared/review/names.ts'
import { changeSections } from '../../shared/review/sections.ts'
import { templateIds, templates } from '../../shared/review/templates.ts'

const anyTemplate = fc.constantFrom(...templateIds).map((id) => templates[id])

describe('a template', () => {
  it('[TEMPLATE1] has sections with prompts, icons and colours that a board takes', () => {
    for (const { sections } of Object.values(templates)) {
      expect(changeSections([], sections, { sectionsInUse: new Set() }).allowed).toBe(true)
      expect(sections.every(({ prompts }) => prompts.length > 0)).toBe(true)
      expect(Object.keys(icons)).toEqual(expect.arrayContaining(sections.map(({ icon }) => icon)))
      expect(personColors).toEqual(expect.arrayContaining(sections.map(({ color }) => color)))
    }
  })

  it('[TEMPLATE1] has an agenda of any length in whole minutes, from the welcome to the close', () => {
    fc.assert(
      fc.property(anyTemplate, fc.integer({ min: 10, max: 480 }), ({ kinds }, length) => {
        const agenda = agendaFor(length, () => 'id', kinds)
        expect(agenda.map(({ kind }) => kind)).toEqual(kinds)
        expect(plannedMinutes(agenda)).toBe(length)
        expect(agenda.every(({ minutes }) => (minutes ?? 0) >= 1)).toBe(true)
        expect([agenda[0]?.kind, agenda.at(-1)?.kind]).toEqual(['welcome', 'close'])
      }),
    )
  })
})
