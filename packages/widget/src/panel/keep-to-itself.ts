const kept = ['keydown', 'keyup', 'keypress', 'focusin', 'focus']

/**
 * Keeps keys and focus within an element from the page: from its shortcuts, and from dialogs that pull focus back to
 * themselves. At the window and on the way down, because many listen on the document in just that way; so nothing
 * within hears them either, and Escape is told here. What it gives back ends it.
 */
export function keepToItself(element: HTMLElement, onEscape: () => boolean): () => void {
  const keep = (event: Event) => {
    if (!event.composedPath().includes(element)) return
    event.stopImmediatePropagation()
    if (event instanceof KeyboardEvent && event.type === 'keydown' && event.key === 'Escape') {
      if (onEscape()) event.preventDefault()
    }
  }
  for (const type of kept) addEventListener(type, keep, true)
  return () => {
    for (const type of kept) removeEventListener(type, keep, true)
  }
}
