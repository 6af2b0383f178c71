import { ask, sentence } from "@/components/ask";
import { toast } from "@/components/ui/toast";
import type { FoundPage } from "@/lib/conversations/schema";
import type { LiveEvent } from "@/lib/live/schema";

export type SearchState = {
  readonly text: string;
  /** null before the first answer; while the next one is on its way, what was found before. */
  readonly result: FoundPage | null;
  readonly isLoading: boolean;
};

const nothing: SearchState = { text: "", result: null, isLoading: false };
const typing = 200;
const gathering = 400;

/** What is looked for, and what was found: of two answers the one to the newer question counts. Knows nothing of React. */
export class ConversationSearch {
  readonly #watchers = new Set<() => void>();
  #state = nothing;
  #reads = 0;
  #soon: ReturnType<typeof setTimeout> | undefined;

  readonly state = () => this.#state;

  readonly watch = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  };

  readonly look = (text: string): void => {
    clearTimeout(this.#soon);
    this.#reads += 1;
    const isNothing = text.trim() === "";
    this.#set(isNothing ? { ...nothing, text } : { text, isLoading: true });
    if (!isNothing) this.#soon = setTimeout(() => void this.#read(), typing);
  };

  /** False when there was nothing more to read, or it could not be read. */
  readonly showMore = async (): Promise<boolean> => {
    const { result } = this.#state;
    if (!result?.nextCursor || this.#state.isLoading) return false;
    return await this.#read(result);
  };

  /** What was found may be called otherwise by now, or be gone. */
  readonly hear = (event: LiveEvent): void => {
    if (this.#state.result === null || (event.type !== "conversation" && event.type !== "reconnected")) return;
    if (this.#state.isLoading || this.#state.result.found.length > 20) return;
    clearTimeout(this.#soon);
    this.#soon = setTimeout(() => void this.#read(), gathering);
  };

  async #read(after?: FoundPage): Promise<boolean> {
    const turn = ++this.#reads;
    const query = new URLSearchParams({ text: this.#state.text.trim() });
    if (after?.nextCursor) query.set("cursor", after.nextCursor);
    this.#set({ isLoading: true });
    try {
      const answer = await ask<FoundPage>(`/api/conversations/search?${query}`);
      if (turn !== this.#reads) return true;
      const found = after ? [...after.found, ...answer.found] : answer.found;
      this.#set({ result: { ...answer, found }, isLoading: false });
      return true;
    } catch (error) {
      if (turn === this.#reads) {
        this.#set({ isLoading: false });
        toast(sentence(error), { wrong: true });
      }
      return false;
    }
  }

  #set(change: Partial<SearchState>): void {
    this.#state = { ...this.#state, ...change };
    for (const watcher of [...this.#watchers]) watcher();
  }
}
