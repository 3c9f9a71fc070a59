import { electronics } from './electronics.ts'
import { services } from './services.ts'
import { shop } from './shop.ts'
import { statutory } from './statutory.ts'
import type { Template } from './template.ts'

/** Loaded only where somebody begins a commitment; the first is what a new merchant's draft begins as. */
export const templates: readonly [Template, ...Template[]] = [shop, electronics, services, statutory]
