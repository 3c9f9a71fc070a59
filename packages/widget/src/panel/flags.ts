/** What `:state(…)` selects on the element. */
export type WidgetState = 'open' | 'submitting' | 'offline' | 'has-unread'

/** Sets or ends a state. Browsers before 2024 have none; they only miss the looks. */
export function flagOf(internals: ElementInternals): (state: WidgetState, isOn: boolean) => void {
  return (state, isOn) => void internals.states?.[isOn ? 'add' : 'delete'](state)
}
