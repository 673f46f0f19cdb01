import { useState } from 'react'
import { remember, remembered } from '../../ui/remembered.ts'

/** A form that survives a reload of this tab; the name is remembered for next time. */
export function useKeptForm<Form extends { readonly name: string }>(
  key: string,
  empty: Form,
): readonly [Form, (form: Form) => void] {
  const [form, setForm] = useState<Form>(() => ({
    ...empty,
    name: remembered('name') ?? '',
    ...parsed<Form>(remembered(`form.${key}`, 'this-tab')),
  }))
  const change = (next: Form) => {
    setForm(next)
    remember(`form.${key}`, JSON.stringify(next), 'this-tab')
    remember('name', next.name)
  }
  return [form, change]
}

/** Only this hook writes what it reads here, in this tab; anything else is left out. */
function parsed<Form>(text: string | null): Partial<Form> {
  if (text === null) return {}
  try {
    return JSON.parse(text) as Partial<Form>
  } catch {
    return {}
  }
}
