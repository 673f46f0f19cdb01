import type { ComponentProps } from 'react'
import { classes } from './classes.ts'

/** A sheet on the paper. */
export function Card({ className, ...rest }: ComponentProps<'div'>) {
  return <div {...rest} className={classes('rounded-lg border border-line bg-surface', className)} />
}
