/**
 * Keeps keys and focus within an element from the page: from its shortcuts, and from dialogs that pull focus back to
 * themselves. At the window and on the way down, because many listen on the document in just that way; so nothing
 * within hears them either, and Escape is told here. Until `signal` ends it.
 */
export function keepToItself(element: HTMLElement, onEscape: () => boolean, signal: AbortSignal): void {
  const keep = (event: Event) => {
    if (!event.composedPath().includes(element)) return
    event.stopImmediatePropagation()
    const { type, key } = event as KeyboardEvent
    if (type === 'keydown' && key === 'Escape' && onEscape()) event.preventDefault()
  }
  for (const type of ['keydown', 'keyup', 'keypress', 'focusin', 'focus']) {
    addEventListener(type, keep, { capture: true, signal })
  }
}
