import { ask, sentence } from "@/components/ask";
import { toast } from "@/components/ui/toast";
import type { Conversation, ConversationPatch } from "@/lib/conversations/schema";
import type { LiveEvent } from "@/lib/live/schema";
import { appended, type ConversationPage, placed, renewed, type View, viewOf, without } from "./pages";

type Answer = ConversationPage & { underWay?: Conversation[] };
export type ListState = ConversationPage & {
  readonly view: View;
  /** Nothing of this view has been read yet. */
  readonly isLoading: boolean;
  /** Where a reply is written or waits, wherever it stands in the list. */
  readonly underWay: readonly Conversation[];
  /** Titles of conversations that were heard of, whether they stand in the list or not. */
  readonly titles: ReadonlyMap<string, string | null>;
};

const pageSize = 30;
const mostAtOnce = 100;
/** More changes at once than that, and the list is read. */
const mostAlone = 20;
const gathering = 120;

type Hears = { changed: (conversation: Conversation) => void; gone: (id: string) => void };
const nobody: Hears = { changed: () => {}, gone: () => {} };

/**
 * The conversations of one view as far as they were unrolled, kept fresh by live events. Knows nothing of React. Each read has
 * a number: what was changed or read later than that is not overwritten by its answer, however late it comes.
 */
export class ConversationList {
  readonly #watchers = new Set<() => void>();
  #hears = nobody;
  #state: ListState;
  #reads = 0;
  #pageRead = 0;
  #more: Promise<boolean> | null = null;
  readonly #newest = new Map<string, number>();
  readonly #changed = new Set<string>();
  #isStale = false;
  #soon: ReturnType<typeof setTimeout> | undefined;

  constructor(first: ConversationPage) {
    this.#state = { ...first, view: "current", isLoading: false, underWay: [], titles: new Map() };
  }

  readonly state = () => this.#state;

  readonly watch = (watcher: () => void) => {
    this.#watchers.add(watcher);
    return () => void this.#watchers.delete(watcher);
  };

  /** Who hears of single conversations: that one is otherwise now, or no longer there. */
  readonly tell = (hears: Hears) => {
    this.#hears = hears;
    return () => {
      this.#hears = nobody;
    };
  };

  readonly show = (view: View): void => {
    if (view === this.#state.view) return;
    this.#set({ view, conversations: [], nextCursor: null, isLoading: true });
    void this.#renew();
  };

  /** The next page, once at a time; false when it could not be read. */
  readonly showMore = (): Promise<boolean> => {
    this.#more ??= this.#readMore().finally(() => {
      this.#more = null;
    });
    return this.#more;
  };

  readonly hear = (event: LiveEvent): void => {
    if (event.type === "reconnected") this.#isStale = true;
    else if (event.type === "conversation") this.#changed.add(event.conversationId);
    else if (event.type === "reply" && event.state !== "log" && event.state !== "stop")
      this.#changed.add(event.conversationId);
    else return;
    clearTimeout(this.#soon);
    this.#soon = setTimeout(this.#catchUp, gathering);
  };

  /** Shows a change at once, before the server has answered. */
  readonly foresee = (conversation: Conversation, patch: ConversationPatch): void => {
    const pinnedAt = patch.pinned ? (conversation.pinnedAt ?? new Date().toISOString()) : null;
    this.accept({
      ...conversation,
      ...(patch.title !== undefined && { title: patch.title }),
      ...(patch.status && { status: patch.status }),
      ...(patch.pinned !== undefined && { pinnedAt }),
    });
  };

  /** What the server says of one conversation. */
  readonly accept = (conversation: Conversation): void => {
    this.#newest.set(conversation.id, ++this.#reads);
    const { view, underWay, titles } = this.#state;
    const others = underWay.filter(({ id }) => id !== conversation.id);
    const isShown = viewOf(conversation) === view;
    this.#set({
      ...(isShown ? placed(this.#state, conversation) : without(this.#state, conversation.id)),
      underWay: conversation.activity && viewOf(conversation) === "current" ? [...others, conversation] : others,
      titles: new Map(titles).set(conversation.id, conversation.title),
    });
    this.#hears.changed(conversation);
  };

  readonly drop = (id: string): void => {
    this.#newest.set(id, ++this.#reads);
    this.#set({ ...without(this.#state, id), underWay: this.#state.underWay.filter((one) => one.id !== id) });
  };

  /** What the server knows of some conversations now. One that it doesn't give is gone. */
  readonly reread = async (...ids: string[]): Promise<void> => {
    const turn = ++this.#reads;
    for (const id of ids) this.#newest.set(id, turn);
    const answer = await ask<Answer>(`/api/conversations?ids=${ids.join()}`).catch(() => null);
    if (!answer) return;
    const here = new Map(answer.conversations.map((one) => [one.id, one]));
    for (const id of ids) {
      if (this.#newest.get(id) !== turn) continue;
      const found = here.get(id);
      if (found) this.accept(found);
      else {
        this.drop(id);
        this.#hears.gone(id);
      }
    }
  };

  readonly #catchUp = (): void => {
    const ids = [...this.#changed];
    this.#changed.clear();
    if (this.#isStale || ids.length > mostAlone || this.#state.view === "deleted") void this.#renew();
    if (!this.#isStale && ids.length > 0 && ids.length <= mostAlone) void this.reread(...ids);
    this.#isStale = false;
  };

  async #readMore(): Promise<boolean> {
    const { nextCursor, view } = this.#state;
    if (nextCursor === null) return false;
    try {
      const more = await ask<Answer>(`/api/conversations?${this.#query(mostAtOnce)}&cursor=${nextCursor}`);
      if (this.#state.view === view && this.#state.nextCursor === nextCursor) this.#set(appended(this.#state, more));
      return true;
    } catch (error) {
      toast(sentence(error), { wrong: true });
      return false;
    }
  }

  async #renew(): Promise<void> {
    const turn = ++this.#reads;
    this.#pageRead = turn;
    const { view, conversations } = this.#state;
    const limit = Math.min(mostAtOnce, Math.max(pageSize, conversations.length));
    const answer = await ask<Answer>(`/api/conversations?${this.#query(limit)}`).catch((error: unknown) => {
      if (this.#state.isLoading && view === this.#state.view) toast(sentence(error), { wrong: true });
      return null;
    });
    if (turn !== this.#pageRead || view !== this.#state.view) return;
    if (!answer) this.#set({ isLoading: false });
    else this.#take(answer, turn);
  }

  #take({ underWay, ...fresh }: Answer, turn: number): void {
    const later = [...this.#newest].filter(([, at]) => at > turn).map(([id]) => id);
    const known = new Map(this.#state.conversations.map((one) => [one.id, one]));
    const page = later.reduce(
      (now, id) => {
        const mine = known.get(id);
        return mine ? placed(now, mine) : without(now, id);
      },
      renewed(this.#state, fresh),
    );
    this.#set({ ...page, isLoading: false, ...(underWay && { underWay }) });
  }

  #query(limit: number): URLSearchParams {
    const { view } = this.#state;
    return new URLSearchParams({ limit: String(limit), ...(view !== "current" && { [view]: "true" }) });
  }

  #set(change: Partial<ListState>): void {
    this.#state = { ...this.#state, ...change };
    for (const watcher of [...this.#watchers]) watcher();
  }
}
