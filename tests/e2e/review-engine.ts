/** The review as the CMS will use it in the browser. */
export { namesFrom } from "#domain/review/names.ts";
export { reviewFiles } from "#domain/review/review.ts";
export { sentencesOf } from "#domain/review/sentences.ts";
export { shortForm } from "#domain/review/short-form.ts";
