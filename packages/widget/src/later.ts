// What the panel loads when it is first needed. One file: whoever asks for a part of it mostly comes to the other.
export { openConversation } from './conversation.ts'
export { attach, errorsOfProblem, learnMine, showUnread, submit, track } from './sdk.ts'
