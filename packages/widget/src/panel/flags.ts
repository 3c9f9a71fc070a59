/** What `:state(…)` selects on the element. */
export type WidgetState = 'open' | 'submitting' | 'offline' | 'has-unread'

/** Sets or ends a state. Browsers before 2024 have none; they only miss the looks. */
export function setFlag({ states }: ElementInternals, state: WidgetState, isOn: boolean): void {
  states?.[isOn ? 'add' : 'delete'](state)
}
