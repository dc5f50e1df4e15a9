import { data, Evaluator, Lexer, Parser } from "@actions/expressions";

/** What GitHub knows when it fills in expressions: `github`, `vars`, `runner`. */
export type Contexts = Readonly<Record<string, unknown>>;

/** A text as GitHub hands it on, with every `${{ … }}` filled in. */
export function fillIn(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression) =>
    evaluate(expression, contexts).coerceString(),
  );
}

/** Whether an `if:` lets its job run. */
export function holds(condition: string, contexts: Contexts): boolean {
  const result = evaluate(condition, contexts).coerceString();
  return !["", "false", "0"].includes(result);
}

function evaluate(expression: string, contexts: Contexts): data.ExpressionData {
  const { tokens } = new Lexer(expression).lex();
  const parsed = new Parser(tokens, Object.keys(contexts), []).parse();
  const values = JSON.parse(JSON.stringify(contexts), data.reviver);
  return new Evaluator(parsed, values).evaluate();
}
