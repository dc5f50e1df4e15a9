import type { Person } from "#domain/editing/person.ts";
import type { Drafts } from "./drafts.ts";
import type { Repository } from "./repository.ts";

/** What every change of the store works with. */
export interface Workspace {
  readonly repository: Repository;
  readonly drafts: Drafts;
  /**
   * Who makes the change.
   *
   * @throws Refusal where nobody has said
   */
  editor(): Promise<Person>;
}
