import { inject } from 'vitest'
import { openStage } from '../support/stage.ts'
import { wholeSession } from './whole-session.contract.ts'

wholeSession('one server', () => openStage(inject('chromium')))
