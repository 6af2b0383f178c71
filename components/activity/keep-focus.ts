/** The call that was just decided: its card is drawn anew as it goes on, and each new one takes over the focus. */
let decided: string | null = null;

export function focusFollows(callId: string) {
  decided = callId;
}

/** The card takes the focus, unless the person has gone elsewhere meanwhile. */
export function takeFocus(callId: string, card: HTMLElement, isSettled: boolean) {
  if (decided !== callId) return;
  const at = document.activeElement;
  if (!at || at === document.body || at.closest(`[data-call="${callId}"]`)) card.focus({ preventScroll: true });
  if (isSettled) decided = null;
}
