import type { Link, Nodes } from "mdast";
import { excerpt } from "#domain/excerpt.ts";
import type { Problem } from "#domain/problem.ts";

type LinkProblem = Pick<Problem, "code" | "message">;

/**
 * http, https, mailto, a fragment, or relative: no other scheme, no other host. Nor white space or
 * control characters, which browsers drop before they read an address.
 */
const allowedAddress = /^(?!.*[\s\p{Cc}])(?:https?:\/\/|mailto:|#|(?!\/\/)[^:\\]+$)/isu;

/** Why a link may not lead where it does. */
export function refuseAddress({ url }: Link): LinkProblem | undefined {
  if (allowedAddress.test(url)) return undefined;
  return {
    code: "content-link",
    message: `Der Link führt zu „${excerpt(url)}“. Verwenden Sie eine Adresse, die mit https://, mailto:, / oder # beginnt.`,
  };
}

/** What is wrong with a link whose address is allowed. */
export function checkLink(link: Link): LinkProblem[] {
  const problems: LinkProblem[] = [];
  const text = textOf(link).trim();
  if (text === "" && link.children.every(({ type }) => type === "text")) {
    problems.push({
      code: "content-markup",
      message:
        "Der Link hat keinen Text. Schreiben Sie ihn zwischen die eckigen Klammern, z. B. [Seite](https://example.org).",
    });
  }
  if (link.title) {
    problems.push({
      code: "content-markup",
      message: `Hinter der Adresse des Links steht „${excerpt(link.title)}“. Schreiben Sie in die runden Klammern nur die Adresse.`,
    });
  }
  if (showsOtherAddress(text, link.url)) {
    problems.push({
      code: "content-link",
      message: `Der Link zeigt „${excerpt(text)}“ und führt zu „${excerpt(link.url)}“. Schreiben Sie an beide Stellen dieselbe Adresse.`,
    });
  }
  return problems;
}

/** Whether a text that is an address itself names another host or mailbox than the link leads to. */
function showsOtherAddress(text: string, url: string): boolean {
  if (/^[^\s@/:]+@[^\s@/:]+$/.test(text)) return hostOf(url) !== hostOf(`mailto:${text}`);
  if (/^https?:\/\/\S+$/i.test(text)) return hostOf(text) !== hostOf(url);
  if (/^www\.\S+$/i.test(text)) return hostOf(`http://${text}`) !== hostOf(url);
  return false;
}

/** `https://example.org/a` gives `example.org`, `mailto:a@example.org?subject=b` the mailbox. */
function hostOf(url: string): string {
  if (!URL.canParse(url)) return "";
  const { protocol, host, pathname } = new URL(url);
  return (protocol === "mailto:" ? pathname : host).toLowerCase();
}

function textOf(node: Nodes): string {
  if ("children" in node) return node.children.map(textOf).join("");
  return node.type === "text" ? node.value : "";
}
