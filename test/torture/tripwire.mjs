import { URL } from 'node:url'
import Database from 'libsql/promise'
import pg from 'pg'

/**
 * Loaded before a server, kills it at one moment of its work with the store; else the server runs as it is.
 *
 * `?moment=` which, `&after=` how many of them pass by unharmed, `&late=` microseconds after its beginning.
 */
const { moment = '', after = '0', late = '0' } = Object.fromEntries(new URL(import.meta.url).searchParams)

let left = Number(after)
const isDue = () => left-- <= 0
const die = () => process.kill(process.pid, 'SIGKILL')

/** The moment, and the statement that begins it. */
const statements = {
  load: /^select .* from "updates"/,
  fold: /^insert into "snapshots"/,
  reveal: /^insert into "draft_authors"/,
  join: /^insert into "members"/,
  append: /INSERT INTO updates/,
}

if (moment === 'while-starting') setTimeout(die, Number(late) / 1000)

const { exec, prepare } = Database.prototype
const { query } = pg.Client.prototype

Database.prototype.exec = function (sql) {
  return watched(sql, () => exec.call(this, sql))
}

pg.Client.prototype.query = function (sql, ...rest) {
  return watched(String(sql), () => query.call(this, sql, ...rest))
}

Database.prototype.prepare = async function (sql) {
  const statement = await prepare.call(this, sql)
  if (!statements[moment]?.test(sql)) return statement
  for (const name of ['all', 'run']) {
    const run = statement[name]
    statement[name] = function (...parameters) {
      return struck(run.apply(this, parameters))
    }
  }
  return statement
}

function watched(sql, run) {
  const isCommit = sql === 'COMMIT'
  if (moment === 'before-commit' && isCommit && isDue()) die()
  const done = run()
  // The disk works on a thread of its own, a database in a process of its own: it is in the middle of it.
  if (moment === 'within-commit' && isCommit && isDue()) dieIn(Number(late))
  const isIt = (moment === 'after-commit' && isCommit) || statements[moment]?.test(sql)
  return isIt ? struck(done) : done
}

/** Now, or once it is done. */
function struck(done) {
  if (typeof done?.then !== 'function') {
    if (isDue()) die()
    return done
  }
  return done.then((result) => {
    if (isDue()) die()
    return result
  })
}

function dieIn(microseconds) {
  const until = process.hrtime.bigint() + BigInt(microseconds) * 1000n
  while (process.hrtime.bigint() < until);
  die()
}
