/** In groups of eight, so that two people can read it to each other. */
export const spacedFingerprint = (fingerprint: string): string =>
  fingerprint.match(/.{1,8}/g)?.join(' ') ?? ''
