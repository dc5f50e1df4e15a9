import type { Person } from "#domain/editing/person.ts";
import type { StoreRequest } from "#domain/editing/protocol.ts";
import type { Problem } from "#domain/problem.ts";
import { updateUnpublishedEntryStatus } from "./approving.ts";
import { finishFollowing } from "./checkout.ts";
import { openDrafts } from "./drafts.ts";
import { openGate } from "./gate.ts";
import { configuredPerson, nobodyKnown } from "./identity.ts";
import { getMedia, getMediaFile } from "./media.ts";
import { findEntry, showPlace } from "./places.ts";
import { type Publication, publishUnpublishedEntry } from "./publishing.ts";
import {
  entriesByFiles,
  entriesByFolder,
  getEntry,
  unpublishedEntries,
  unpublishedEntry,
  unpublishedEntryDataFile,
  unpublishedEntryMediaFile,
} from "./reading.ts";
import { Refusal } from "./refusal.ts";
import { deleteFiles, deleteUnpublishedEntry, mediaOfItsOwn } from "./removing.ts";
import { openRepository } from "./repository.ts";
import { persistEntry } from "./saving.ts";
import { shareAnswer, takeTurns } from "./turns.ts";
import type { Workspace } from "./workspace.ts";

export interface StoreOptions {
  /** Top folder of the checkout. */
  readonly root: string;
  /** The branch that is published. */
  readonly branch: string;
  /** Who edits; Git's configuration decides where it is absent. */
  readonly editor?: Person | undefined;
  /** A folder for a copy of the content, written to and read by nobody else. */
  readonly gateFolder: string;
  /** The problems, without warnings, of the content in a folder. */
  readonly checkFolder: (folder: string) => Promise<readonly Problem[]>;
  /** Called after each publication, when everything is in place. */
  readonly onPublished: (publication: Publication) => void;
}

/** Content in Git: drafts are branches, publishing merges them. No work tree is needed. */
export interface Store {
  /**
   * Does what Decap's `proxy` backend asks for.
   *
   * @returns the answer, to be sent as JSON
   * @throws Refusal where it declines; then nothing has changed
   */
  answer(request: StoreRequest): Promise<unknown>;
  /** Ends the git that waits for requests. */
  close(): void;
}

/** @throws Refusal where there is no repository to work with */
export async function openStore(options: StoreOptions): Promise<Store> {
  const repository = await openRepository(options.root, options.branch);
  await repository.refs.clearLocks(repository.main);
  await finishFollowing(repository);
  const drafts = openDrafts(repository);
  const gate = openGate(repository, options.gateFolder, options.checkFolder);
  const readConfigured = shareAnswer(() => configuredPerson(repository.git));
  const workspace: Workspace = {
    repository,
    drafts,
    async editor() {
      const person = options.editor ?? (await readConfigured());
      if (!person) throw nobodyKnown();
      return person;
    },
  };
  const inTurn = takeTurns();

  async function publish(params: Parameters<typeof publishUnpublishedEntry>[2]) {
    const publication = await publishUnpublishedEntry(workspace, gate, params);
    const { title, kind, checkout } = publication;
    if (kind === "unverändert") {
      return {
        message: `${title}: Alles aus dem Entwurf ist schon veröffentlicht; er ist entfernt.`,
      };
    }
    options.onPublished(publication);
    const done = kind === "gelöscht" ? "gelöscht" : `${kind} und veröffentlicht`;
    const message = `${title}: ${done}.`;
    return { message: checkout.follows ? message : `${message} ${checkout.why}` };
  }

  return {
    close: () => repository.objects.close(),
    async answer(request) {
      checkBranch(request, options.branch);
      switch (request.action) {
        case "info":
          return {
            repo: "zielvereinbarungen",
            publish_modes: ["editorial_workflow"],
            type: "git_store",
            user: await workspace.editor(),
          };
        case "entriesByFolder":
          return entriesByFolder(repository, request.params);
        case "entriesByFiles":
          return entriesByFiles(repository, request.params);
        case "getEntry":
          return getEntry(repository, request.params);
        case "unpublishedEntries":
          return unpublishedEntries(repository, drafts);
        case "unpublishedEntry":
          return unpublishedEntry(repository, drafts, request.params);
        case "unpublishedEntryDataFile":
          return unpublishedEntryDataFile(repository, drafts, request.params);
        case "unpublishedEntryMediaFile":
          return unpublishedEntryMediaFile(repository, drafts, request.params);
        case "persistEntry":
          return inTurn(request.params.dataFiles[0]?.path ?? "", () =>
            persistEntry(workspace, request.params),
          );
        case "updateUnpublishedEntryStatus":
          return updateUnpublishedEntryStatus(workspace, request.params);
        case "deleteUnpublishedEntry":
          return deleteUnpublishedEntry(workspace, request.params);
        case "deleteFiles":
          return deleteFiles(workspace, request.params);
        case "publishUnpublishedEntry":
          return inTurn("main", () => publish(request.params));
        case "getMedia":
          return getMedia(repository, request.params);
        case "getMediaFile":
          return getMediaFile(repository, request.params);
        case "persistMedia":
          throw mediaOfItsOwn();
        case "getDeployPreview":
          findEntry(request.params.collection, request.params.slug);
          return null;
        case "getPRMetadata":
          findEntry(request.params.collection, request.params.slug);
          return { metadata: null };
        case "getNotes":
          findEntry(request.params.collection, request.params.slug);
          return { notes: [] };
      }
    },
  };
}

/** Drafts begin at one branch and are published there; a CMS set up for another expects what is not done. */
function checkBranch({ branch, params }: StoreRequest, own: string): void {
  const other = [branch, params.branch].find((name) => name !== undefined && name !== own);
  if (other === undefined) return;
  throw new Refusal(
    403,
    `Veröffentlicht wird hier auf dem Branch „${own}“, nicht auf „${showPlace(other)}“. Tragen Sie in den Einstellungen des CMS branch: ${own} ein.`,
  );
}
