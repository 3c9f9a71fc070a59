declare namespace App {
  interface Locals {
    /** The Worker's context, and the API of the same Worker called in process (worker/src/index.ts). */
    cfContext: ExecutionContext & { api: (request: Request) => Promise<Response> }
    /** Who is visiting what; set by the middleware before any page runs. */
    visit: import('./visit/visit.ts').Visit
    /** What a page runs, if it runs anything: our own script, and that of Turnstile beside it. */
    scripts?: 'own' | 'turnstile'
    /** What `pages/problem.astro` is to tell. */
    trouble?: import('./visit/trouble.ts').Trouble
  }
}
