import { URL } from 'node:url'
import Database from 'libsql/promise'

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
  append: /^insert into "updates"/,
}

if (moment === 'while-starting') setTimeout(die, Number(late) / 1000)

const { exec, prepare } = Database.prototype

Database.prototype.exec = async function (sql) {
  const isCommit = sql === 'COMMIT'
  if (moment === 'before-commit' && isCommit && isDue()) die()
  const done = exec.call(this, sql)
  // The disk works on a thread of its own: it is in the middle of it.
  if (moment === 'within-commit' && isCommit && isDue()) dieIn(Number(late))
  await done
  if (moment === 'after-commit' && isCommit && isDue()) die()
}

Database.prototype.prepare = async function (sql) {
  const statement = await prepare.call(this, sql)
  if (!statements[moment]?.test(sql)) return statement
  const { all } = statement
  statement.all = async function (...parameters) {
    const rows = await all.apply(this, parameters)
    if (isDue()) die()
    return rows
  }
  return statement
}

function dieIn(microseconds) {
  const until = process.hrtime.bigint() + BigInt(microseconds) * 1000n
  while (process.hrtime.bigint() < until);
  die()
}
