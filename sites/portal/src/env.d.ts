declare namespace App {
  interface Locals {
    /** The Worker's context, and the API of the same Worker called in process (worker/src/index.ts). */
    cfContext: ExecutionContext & { api: (request: Request) => Promise<Response> }
  }
}
