/** The name, set as on the head of a docket. */
export function Mark({ large = false }: { large?: boolean }) {
  return (
    <span
      className={`font-display font-semibold tracking-[-0.02em] text-accent ${large ? "text-display" : "text-head"}`}
    >
      Docket
    </span>
  );
}
