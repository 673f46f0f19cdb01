import type { Role } from '../review/people.ts'

export const reportFormats = ['md', 'html', 'json', 'csv', 'timeline.csv', 'ics', 'board.html'] as const
export type ReportFormat = (typeof reportFormats)[number]

export const apiPaths = {
  boards: () => '/api/boards',
  searchBoards: () => '/api/boards/search',
  importBoard: () => '/api/boards/import',
  board: (board: string) => `/api/boards/${board}`,
  join: (board: string) => `/api/boards/${board}/join`,
  me: (board: string) => `/api/boards/${board}/me`,
  link: (board: string) => `/api/boards/${board}/me/link`,
  invitation: (board: string) => `/api/boards/${board}/invitation`,
  commands: (board: string) => `/api/boards/${board}/commands`,
  earlier: (board: string) => `/api/boards/${board}/earlier`,
  report: (board: string, format: ReportFormat) => `/api/boards/${board}/report.${format}`,
  timeline: (board: string) => `/api/boards/${board}/timeline`,
  eventToken: (board: string) => `/api/boards/${board}/timeline/token`,
  time: () => '/api/time',
} as const

/** Rooms of the WebSocket endpoint `/sync/<room>`. */
export const syncPath = '/sync'
export const boardRoom = (board: string) => board
export const deskRoom = (board: string) => `${board}/desk`

export const boardPage = (board: string) => `/b/${board}`
export const reportPage = (board: string) => `/b/${board}/report`

/** The secret rides in the fragment, which browsers never send: no log ever holds it. */
export const inviteLink = (origin: string, board: string, invite: string) => `${origin}${boardPage(board)}#${invite}`

export type Invites = Readonly<Record<Role, string>>
