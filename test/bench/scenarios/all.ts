import type { Scenario } from '../scenario.ts'
import { fanOut } from './fan-out.ts'

export const scenarios: readonly Scenario[] = [fanOut]
