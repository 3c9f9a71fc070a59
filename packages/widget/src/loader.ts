const script = document.currentScript as HTMLScriptElement

// The build puts the panel's hashed file name in (vite.config.ts).
const panelUrl = new URL('__PANEL_FILE__', script.src).href

void import(/* @vite-ignore */ panelUrl).then(({ definePanel }: typeof import('./panel.ts')) => {
  definePanel()
  const element = document.createElement('camket-widget')
  const { merchant } = script.dataset
  if (merchant !== undefined) element.setAttribute('merchant', merchant)
  document.body.append(element)
})
