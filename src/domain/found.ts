/** What an agreement refers to: the gate has checked every reference before anything is published. */
export function found<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error("An agreement refers to an entry that is not there");
  return value;
}
