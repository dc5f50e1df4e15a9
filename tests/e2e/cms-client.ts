/** Decap's own backend and ours, as a browser gets them. */
export { ProxyBackend } from "decap-cms-backend-proxy";
export { GitStoreBackend } from "#admin/git-store-backend.ts";
