const branches = "refs/heads/";

/** Below this, discarded drafts stay under the names of their branches. */
export const discarded = "refs/discarded";

/** Full name of a branch: `refs/heads/main`. */
export function refOf(branch: string): string {
  return branches + branch;
}

/** The branch that a full name is of: `main`. */
export function branchOf(ref: string): string {
  return ref.replace(branches, "");
}
