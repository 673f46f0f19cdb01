import { describe, expect, it } from 'vitest'
import { actorKind } from '../../shared/incident/actor.ts'
import { said } from './said-lines.ts'

describe('who did it', () => {
  const known = ['Ana Oyelaran', 'ben', 'Payments Platform']

  it('[TIME8] is the name that a line begins with, written as it is known here', () => {
    const lines = `14:05 ana: restarts it
14:05 @ben restarts it
14:05 <deploy-bot> restarts it
14:05 deploy bot: restarts it
14:05 * carl restarts it
14:05 payments platform: restarts it
14:05 AnaOyelaran | restarts it`
    expect(said(lines, { known })).toEqual(
      [...['Ana Oyelaran', 'ben', 'deploy-bot', 'deploy bot', 'carl', 'Payments Platform', 'Ana Oyelaran']].map(
        (actor) => [actor, 'restarts it'],
      ),
    )
  })

  it('[TIME8] is a role, as published reviews name people, or a part of the system', () => {
    const lines = ['on-call engineers: look', 'S3 team member: runs it', 'index subsystem: restarts']
    expect(said(lines.map((line) => `14:05 ${line}`).join('\n'), { known })).toEqual([
      ['on-call engineers', 'look'],
      ['S3 team member', 'runs it'],
      ['index subsystem', 'restarts'],
    ])
  })

  it('[TIME8] is nobody where what stands before a colon is no name', () => {
    const lines = [
      'alert fired: p99 over 2 s',
      'update: it is DNS',
      'https://status.example.org: red',
      'Rollback of Checkout: started',
      'Paged database team: no answer',
      'at 10:30:00 the cache is empty',
    ]
    expect(said(lines.map((line) => `14:05 ${line}`).join('\n'), { known })).toEqual(lines.map((line) => ['', line]))
  })

  it('[TIME8] is nobody where somebody said that it is no name', () => {
    expect(said('14:05 dns: is down', { notNames: new Set(['dns']) })).toEqual([['', 'dns: is down']])
  })

  it('[TIME8] is a person or a program, where that can be told', () => {
    expect(
      ['Ana Oyelaran', 'deploy bot', 'Alertmanager', 'ci-runner-2', 'Payments Platform', 'The duty officer'].map(
        kindOf,
      ),
    ).toEqual(['person', 'system', 'system', 'system', 'person', 'unknown'])
    function kindOf(name: string) {
      return actorKind(name, known)
    }
  })
})
