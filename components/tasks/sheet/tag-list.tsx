import type { useListbox } from "@/components/ui/use-listbox";
import { cn } from "@/lib/cn";

type TagListProps = { list: ReturnType<typeof useListbox>; found: string[]; add: (tag: string) => void };

/** The tags one has, below the field that is typed into. */
export function TagList({ list, found, add }: TagListProps) {
  return (
    <div
      id={list.listId}
      role="listbox"
      aria-label="Your tags"
      hidden={found.length === 0}
      className="absolute inset-x-0 top-full z-20 mt-1 max-h-60 overflow-y-auto rounded-panel border border-rule bg-sheet p-1 shadow-pop"
    >
      {found.map((tag, index) => (
        // The cursor stays in the field, which hears the keys.
        // biome-ignore lint/a11y/useKeyWithClickEvents: see above
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <div
          key={tag}
          id={list.optionId(index)}
          role="option"
          aria-selected={index === list.index}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => add(tag)}
          className={cn(
            "flex min-h-8 cursor-pointer items-center rounded-control px-2 hover:bg-tint pointer-coarse:min-h-11",
            index === list.index && "bg-accent-wash",
          )}
        >
          #{tag}
        </div>
      ))}
    </div>
  );
}
