/** The states of a draft, in the order in which it passes them; names as in the CMS. */
export const workflowStatuses = ["draft", "pending_review", "pending_publish"] as const;

export type WorkflowStatus = (typeof workflowStatuses)[number];

/** What editors call the states; so they stand in the history too. */
export const statusLabels: Record<WorkflowStatus, string> = {
  draft: "Entwurf",
  pending_review: "In Prüfung",
  pending_publish: "Freigegeben",
};

/** The state with a label; undefined for any other text. */
export function statusLabelled(label: string): WorkflowStatus | undefined {
  return workflowStatuses.find((status) => statusLabels[status] === label);
}

/** A draft that changes after its approval has to be looked at again. */
export function statusAfterChange(status: WorkflowStatus): WorkflowStatus {
  return status === "pending_publish" ? "pending_review" : status;
}
