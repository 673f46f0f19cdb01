import { inject } from 'vitest'
import { openNodesStage } from '../support/nodes-stage.ts'
import { wholeSession } from './whole-session.contract.ts'

wholeSession('three servers, each request and each connection on any of them', () =>
  openNodesStage(inject('chromium'), { postgres: inject('postgres'), redis: inject('redis') }),
)
