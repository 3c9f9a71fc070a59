// What the panel loads when it is first needed. One file: whoever asks for a part of it mostly comes to the other.
import type { PanelElement } from './panel/panel-element.ts'
import { requestView } from './panel/view.ts'
import type { Attached, Filed, FileRequest, Tracked } from './public-api.ts'
import * as sdk from './sdk.ts'

export { defineConversation } from './conversation.ts'
export { errorsOfProblem, goOn, learnMine, showUnread } from './sdk.ts'
export { callWithToken } from './session/call-with-token.ts'

/** What a page's own script calls on the element, for a panel that may not have been opened yet. */
export const calls = {
  async submit(panel: PanelElement, request: FileRequest): Promise<Filed> {
    return sdk.submit(await panel.opened(), request)
  },
  async track(panel: PanelElement, code: string, key: string): Promise<Tracked> {
    const { request, tracked } = await sdk.track(await panel.opened(), code, key)
    await panel.show()
    panel.go(requestView(request))
    return tracked
  },
  async attach(panel: PanelElement, file: File): Promise<Attached> {
    return sdk.attach(await panel.opened(), file, panel.form)
  },
}
