const shown_max = 20

/**
 * The result in words.
 *
 * @param {import('./check.mjs').Result} result
 */
export function report({ agrees, merchant, origin, from, to, lines, compared, differences }) {
  const head = [
    `${merchant} at ${origin}, ${from} to ${to}`,
    `${lines} lines of the public list, ${compared} comparisons`,
  ]
  if (agrees) return `${[...head, 'Everything agrees with what is published.'].join('\n')}\n`
  const told = differences
    .slice(0, shown_max)
    .map(
      ({ where, what, published, recounted }) =>
        `  ${where}, ${what}: published ${JSON.stringify(published)}, recounted ${JSON.stringify(recounted)}`,
    )
  const more = differences.length - told.length
  const rest = more > 0 ? [`  and ${more} more; --json tells all of them`] : []
  const one = differences.length === 1
  return `${[...head, `${differences.length} ${one ? 'thing does' : 'things do'} not agree:`, ...told, ...rest].join('\n')}\n`
}
