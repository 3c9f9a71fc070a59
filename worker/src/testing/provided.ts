declare module 'vitest' {
  interface ProvidedContext {
    seed: number
    closedTickets: number
  }
}

export {}
