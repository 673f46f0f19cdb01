import { screen } from '@testing-library/react'

/** The column that tests of the client write in. */
export const lessons = () => screen.getByRole('region', { name: 'Lessons learned' })

/** Where a new note of that column is written. */
export const composer = () => screen.getByRole('textbox', { name: 'New note in Lessons learned' })
