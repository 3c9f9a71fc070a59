/** RFC 9110, 13.1.2: a list, compared weakly, because a proxy that compresses marks ours as weak. */
export function isKnown(etag: string, ifNoneMatch = ''): boolean {
  return ifNoneMatch.split(',').some((one) => ['*', etag].includes(one.trim().replace(/^W\//, '')))
}
