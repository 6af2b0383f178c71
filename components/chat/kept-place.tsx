"use client";

import { Component, type ReactNode } from "react";

type KeptPlaceProps = {
  /** The id of the first message that is shown. */
  first: string | undefined;
  children: ReactNode;
};

const placeOf = (id: string | undefined) =>
  id === undefined ? null : document.querySelector(`[data-message="${id}"]`)?.getBoundingClientRect();

/**
 * Older messages that come in above leave what is being read where it stands. Some browsers see to that themselves, but none at
 * the very top. A class, because only a class is told just before the page changes.
 */
export class KeptPlace extends Component<KeptPlaceProps> {
  override getSnapshotBeforeUpdate(before: KeptPlaceProps): number | null {
    return before.first === this.props.first ? null : (placeOf(before.first)?.top ?? null);
  }

  override componentDidUpdate(before: KeptPlaceProps, _state: unknown, top: number | null): void {
    const now = top === null ? undefined : placeOf(before.first);
    const scroller = document.querySelector("[data-scroller]");
    if (top !== null && now && scroller) scroller.scrollTop += now.top - top;
  }

  override render() {
    return this.props.children;
  }
}
