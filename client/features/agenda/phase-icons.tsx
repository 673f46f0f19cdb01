import {
  Combine,
  FileText,
  Flag,
  HeartHandshake,
  ListChecks,
  type LucideIcon,
  MessagesSquare,
  PenLine,
  Vote,
} from 'lucide-react'
import type { PhaseKind } from '../../../shared/review/session.ts'

export const phaseIcons: Readonly<Record<PhaseKind, LucideIcon>> = {
  welcome: HeartHandshake,
  facts: FileText,
  reflect: PenLine,
  discuss: MessagesSquare,
  group: Combine,
  vote: Vote,
  act: ListChecks,
  close: Flag,
}
