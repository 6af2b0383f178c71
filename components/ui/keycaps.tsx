/** Keys as they are printed on a keyboard. */
export function Keycaps({ keys }: { keys: string[] }) {
  return (
    <span className="inline-flex gap-1">
      {keys.map((key, index) => (
        <kbd
          // biome-ignore lint/suspicious/noArrayIndexKey: the same key may come twice, and never moves
          key={index}
          className="figures min-w-5 rounded-slip border border-rule bg-paper px-1 text-center font-sans text-micro text-soft"
        >
          {key}
        </kbd>
      ))}
    </span>
  );
}
