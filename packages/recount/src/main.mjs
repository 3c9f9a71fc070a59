#!/usr/bin/env node
import { placeOf } from './place-of.mjs'
import { recount } from './recount.mjs'
import { report } from './report.mjs'

const usage = `Usage: camket-recount [--json] URL

URL is a page of the merchant, such as https://camket.example/minh-an or …/minh-an/record.
Downloads the published record and the public list of deadlines, computes every figure again
from the list, and says whether they agree.

  --json   says it as JSON
  --help   this text

Ends with 0 when everything agrees, 1 when something does not, 2 when it could not be found out.
`

const agrees = 0
const differs = 1
const unknown = 2

process.exitCode = await main(process.argv.slice(2))

/** @param {readonly string[]} args */
async function main(args) {
  const asJson = args.includes('--json')
  const [address, ...more] = args.filter((arg) => arg !== '--json')
  if (args.includes('--help') || args.includes('-h')) {
    process.stdout.write(usage)
    return agrees
  }
  if (address === undefined || more.length > 0 || address.startsWith('-')) {
    process.stderr.write(usage)
    return unknown
  }
  try {
    const result = await recount(placeOf(address))
    process.stdout.write(asJson ? `${JSON.stringify(result, null, 2)}\n` : report(result))
    return result.agrees ? agrees : differs
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    if (asJson) process.stdout.write(`${JSON.stringify({ error: message })}\n`)
    else process.stderr.write(`It could not be found out: ${message}\n`)
    return unknown
  }
}
