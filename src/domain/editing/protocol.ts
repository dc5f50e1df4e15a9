import { z } from "zod";
import type { Problem } from "#domain/problem.ts";
import { extensions } from "./entries.ts";
import { workflowStatuses } from "./workflow.ts";

/**
 * What Decap's `proxy` backend says to its server, one POST of `{ action, params }` each, and what
 * we add to it: `version`, the state of an entry that the sender has seen; `withContent`.
 *
 * Source: decap-cms-backend-proxy 3.5, `implementation.ts`.
 */

const text = (longest: number) => z.string().min(1).max(longest);
const path = text(300);
const entry = { collection: text(100), slug: text(200) };
/** Absent where nothing was there to be seen. */
const version = text(100).nullish();

const asset = z.object({ path, content: z.string(), encoding: z.literal("base64") });
const dataFile = z.object({ path, slug: text(200), raw: z.string(), newPath: path.optional() });

/** The branch that the sender takes for the published one. */
const branch = text(200).optional();

const action = <Name extends string, Params extends z.ZodRawShape>(name: Name, params: Params) =>
  z.object({
    action: z.literal(name),
    branch,
    params: z.object({ branch, ...params }),
  });

export const requestSchema = z.discriminatedUnion("action", [
  action("info", {}),
  action("entriesByFolder", { folder: path, extension: z.enum(extensions), depth: z.int().min(1) }),
  action("entriesByFiles", {
    files: z.array(z.object({ path, label: z.string().optional() })).max(1000),
  }),
  action("getEntry", { path }),
  action("unpublishedEntries", {}),
  action("unpublishedEntry", {
    id: text(300).nullish(),
    collection: text(100).nullish(),
    slug: text(200).nullish(),
  }),
  action("unpublishedEntryDataFile", { ...entry, path }),
  action("unpublishedEntryMediaFile", { ...entry, path }),
  action("persistEntry", {
    dataFiles: z.tuple([dataFile]),
    assets: z.array(asset).max(10),
    options: z.object({
      useWorkflow: z.boolean().optional(),
      status: z.enum(workflowStatuses).optional(),
    }),
    version,
    /** The published version that the sender has taken into account; see `git-store/saving.ts`. */
    publishedVersion: version,
  }),
  action("updateUnpublishedEntryStatus", {
    ...entry,
    newStatus: z.enum(workflowStatuses),
    version,
  }),
  action("publishUnpublishedEntry", { ...entry, version }),
  action("deleteUnpublishedEntry", { ...entry, version }),
  /** Ours lists first and loads what is shown; Decap's client expects all contents at once. */
  action("getMedia", { mediaFolder: path, withContent: z.boolean().optional() }),
  action("getMediaFile", { path }),
  action("persistMedia", { asset }),
  action("deleteFiles", { paths: z.array(path).min(1).max(10), version }),
  action("getDeployPreview", entry),
  action("getPRMetadata", entry),
  action("getNotes", entry),
]);

export type StoreRequest = z.infer<typeof requestSchema>;
export type ActionName = StoreRequest["action"];

/** What a request of one action carries. */
export type Params<Name extends ActionName> = Extract<StoreRequest, { action: Name }>["params"];

/** The answer where a request is refused: one sentence, and the problems it is about. */
export interface RefusedAnswer {
  readonly error: string;
  readonly problems?: readonly Problem[];
  /** What the sender has to take into account before trying again. */
  readonly publishedVersion?: string;
}

/** Text of an entry at most, in bytes. */
export const longestText = 2_000_000;
/** An uploaded file at most, in bytes. */
export const largestMedia = 25_000_000;
