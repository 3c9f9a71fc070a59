/** 128 random bits. `crypto.randomUUID` is missing on pages without https; this is not. */
export const newKey = (): string => crypto.getRandomValues(new Uint32Array(4)).join('-')
