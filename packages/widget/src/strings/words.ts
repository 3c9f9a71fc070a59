import type * as vi from './vi.ts'

// Vietnamese says what there is to say; every other language has exactly that.
export type LauncherWords = typeof vi.launcher
export type RequestWords = typeof vi.request
export type ExtraWords = typeof vi.extra
