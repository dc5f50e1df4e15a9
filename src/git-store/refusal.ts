import type { RefusedAnswer } from "#domain/editing/protocol.ts";

/** What the store declines to do, as it is said to the person who asked; nothing has changed. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly status: number;
  readonly details: Omit<RefusedAnswer, "error">;

  /**
   * @param status of HTTP, 4xx; 5xx where the machine is the reason
   * @param message one German sentence or two: what is there, then what to do. Without paths of the
   *   machine
   */
  constructor(status: number, message: string, details: Omit<RefusedAnswer, "error"> = {}) {
    super(message);
    this.status = status;
    this.details = details;
  }
}
