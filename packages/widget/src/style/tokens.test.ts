import tokensCss from '@camket/core/tokens.css?raw'
import { expect, test } from 'vitest'
import darkCss from './tokens-dark.css?raw'
import lightCss from './tokens-light.css?raw'

/** The colours of the first block of rules, by name. */
function colours(css: string): Record<string, string> {
  const found = [...css.matchAll(/--([\w-]+):\s*([^;]+);/g)].map(([, name, value]) => [name, value?.trim()])
  return Object.fromEntries(found)
}

const [light = '', dark = ''] = tokensCss.split(/@media[^{]*prefers-color-scheme:\s*dark/)

test.each([
  ['light', lightCss, light],
  ['dark', darkCss, dark],
])('the %s colours are those of every other face', (_, ours, theirs) => {
  const all = colours(theirs)
  const own = colours(ours)
  expect(Object.keys(own).length).toBeGreaterThan(15)
  for (const [name, value] of Object.entries(own)) expect({ [name]: value }).toEqual({ [name]: all[name] })
})
