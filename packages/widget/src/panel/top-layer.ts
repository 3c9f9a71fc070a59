const fillsScreen = '(max-width: 480px)'

/**
 * Shows a dialog above all that a page can stack. Where it fills the screen, or where a dialog of the page has made all
 * else inert, it is modal; else it stands beside the page, which can be used on.
 */
export function showOnTop(dialog: HTMLDialogElement): void {
  if (matchMedia(fillsScreen).matches || document.querySelector(':modal')) dialog.showModal()
  else {
    dialog.popover = 'manual'
    dialog.showPopover()
  }
  fitScreen(dialog)
}

/** Makes it modal, so that what keeps pulling focus away lies outside and can have none. */
export function showAlone(dialog: HTMLDialogElement): void {
  hideFromTop(dialog)
  dialog.showModal()
}

export function hideFromTop(dialog: HTMLDialogElement): void {
  if (dialog.open) dialog.close()
  else if (dialog.isConnected && dialog.popover) dialog.hidePopover()
  dialog.popover = null
}

/** A keyboard on the screen covers what is under it without telling the page otherwise; so this is for the viewport. */
export function fitScreen(dialog: HTMLDialogElement): void {
  const isFull = dialog.open && matchMedia(fillsScreen).matches && visualViewport
  dialog.style.setProperty('block-size', isFull ? `${isFull.height}px` : '')
  dialog.style.setProperty('inset-block-start', isFull ? `${isFull.offsetTop}px` : '')
}
