import { expect, it } from "vitest";
import { statusAfterChange, statusLabelled, statusLabels, workflowStatuses } from "./workflow.ts";

it("finds each state by what editors call it", () => {
  for (const status of workflowStatuses) expect(statusLabelled(statusLabels[status])).toBe(status);
  expect(statusLabelled("freigegeben")).toBeUndefined();
});

it("asks for another look at what changed after its approval, and only at that", () => {
  expect(workflowStatuses.map(statusAfterChange)).toEqual([
    "draft",
    "pending_review",
    "pending_review",
  ]);
});
