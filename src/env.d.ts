/** Set by `src/build-guards/content-policy.ts`. */
declare const __CONTENT_POLICY__: boolean;
