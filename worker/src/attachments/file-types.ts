/**
 * What may be uploaded, by the type that the content shows. An ending is a promise to whoever opens the file later,
 * so each type has its own.
 */
export const fileTypes = {
  'image/jpeg': { endings: ['jpg', 'jpeg', 'jpe', 'jfif'], hasPreview: true },
  'image/png': { endings: ['png'], hasPreview: true },
  'image/webp': { endings: ['webp'], hasPreview: true },
  'image/heic': { endings: ['heic', 'heif', 'hif'], hasPreview: false },
  'image/heif': { endings: ['heif', 'heic', 'hif'], hasPreview: false },
  'application/pdf': { endings: ['pdf'], hasPreview: false },
  'video/mp4': { endings: ['mp4', 'm4v'], hasPreview: false },
} as const satisfies Record<string, { endings: readonly [string, ...string[]]; hasPreview: boolean }>

export type AcceptedType = keyof typeof fileTypes

export const isAccepted = (type: string): type is AcceptedType => Object.hasOwn(fileTypes, type)

/** Types that every browser draws by itself, which a page may therefore show. */
export const hasPreview = (type: string): boolean => isAccepted(type) && fileTypes[type].hasPreview
