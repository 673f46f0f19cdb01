/** What bounds HTTP, beside how often somebody may ask. */
export interface HttpLimits {
  /** TCP connections of everybody, WebSockets included; and of one address, those without. */
  readonly connections: number
  readonly connectionsPerAddress: number
  /** How long the head of a request may take to come in, and all of it. */
  readonly headMs: number
  readonly requestMs: number
  /** How often that is looked at. */
  readonly lookMs: number
  /** How long a connection may stand still, also in the middle of an answer that nobody takes. */
  readonly stillMs: number
  /** How long a connection is kept for a next request: longer than proxies keep theirs (nginx: 60 s), which would find it gone. */
  readonly keptMs: number
  /** Requests of one address whose bodies come in at the same time. */
  readonly bodiesPerAddress: number
  /** Reports that one person takes at the same time. */
  readonly reportsAtOnce: number
  /** People of one board, those who left included: their names stay on it. */
  readonly peoplePerBoard: number
  /** Boards that one person facilitates. */
  readonly boardsPerPerson: number
  /** How often one person looks through their reviews at the same time. */
  readonly acrossAtOnce: number
  /** Reviews that are looked through at one request. */
  readonly reviewsAcross: number
  /** Of a review from a file, unpacked: a request may hold 1 MiB, and what is larger comes as gzip. */
  readonly importBytes: number
}
