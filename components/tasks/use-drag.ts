"use client";

import { type RefObject, useEffect, useRef } from "react";
import type { Move } from "./list-state";

type Drag = {
  box: RefObject<HTMLElement | null>;
  isOn: boolean;
  move: (to: Move) => void;
  held: (on: boolean) => void;
};

/** Comes when a pointer first comes near a list in the order by hand. */
const loadDragging = () => import("@atlaskit/pragmatic-drag-and-drop/element/adapter");
type Dragging = Awaited<ReturnType<typeof loadDragging>>;

const numberOf = (row: Element | null | undefined) =>
  row instanceof HTMLElement && row.dataset.task ? Number(row.dataset.task) : null;

/**
 * Rows are dragged by the pointer, or by a finger that rests on one. Only the row under the pointer is made draggable, so that a long
 * list costs nothing; where it would land is marked by a line.
 */
export function useDrag({ box, isOn, move, held }: Drag) {
  const here = useRef({ move, held });
  useEffect(() => {
    here.current = { move, held };
  });

  useEffect(() => {
    const list = box.current;
    if (!list || !isOn) return;
    let dragging: Dragging | null = null;
    let isOver = false;
    let undoRow = () => {};
    let undoList = () => {};
    let armed: Element | null = null;
    let line: { row: Element; edge: "before" | "after" } | null = null;

    const mark = (next: typeof line) => {
      if (line) line.row.removeAttribute("data-drop");
      line = next;
      if (line) line.row.setAttribute("data-drop", line.edge);
    };

    function placeAt(x: number, y: number, moving: number) {
      // While something is dragged the topmost element is not always the row.
      const row = document
        .elementsFromPoint(x, y)
        .map((element) => element.closest("li[data-task]"))
        .find((row) => row && list?.contains(row));
      if (!row || numberOf(row) === moving) return null;
      const { top, height } = row.getBoundingClientRect();
      return { row, edge: y < top + height / 2 ? "before" : "after" } as const;
    }

    function listen({ dropTargetForElements }: Dragging) {
      if (!list) return;
      undoList = dropTargetForElements({
        element: list,
        canDrop: ({ source }) => list.contains(source.element),
        onDrag: ({ location, source }) => {
          const { clientX, clientY } = location.current.input;
          mark(placeAt(clientX, clientY, Number(source.data.number)));
          // Near an end of the list it scrolls along.
          const { top, bottom } = list.getBoundingClientRect();
          if (clientY < top + 48) list.scrollTop -= 12;
          if (clientY > bottom - 48) list.scrollTop += 12;
        },
        onDragLeave: () => mark(null),
        onDrop: ({ location, source }) => {
          const { clientX, clientY } = location.current.input;
          const at = placeAt(clientX, clientY, Number(source.data.number));
          mark(null);
          const [number, other] = [Number(source.data.number), numberOf(at?.row)];
          if (at && other)
            here.current.move({
              number,
              after: at.edge === "after" ? other : null,
              before: at.edge === "before" ? other : null,
            });
        },
      });
    }

    function arm(event: PointerEvent) {
      const row = event.target instanceof Element ? event.target.closest("li[data-task]") : null;
      if (!dragging) {
        loadDragging().then(
          (loaded) => {
            if (isOver || dragging) return;
            dragging = loaded;
            listen(loaded);
            arm(event);
          },
          () => {},
        );
        return;
      }
      if (row === armed || !(row instanceof HTMLElement)) return;
      undoRow();
      armed = row;
      const number = numberOf(row);
      // A row whose text is being edited keeps its pointer for that.
      undoRow = dragging.draggable({
        element: row,
        canDrag: () => !row.querySelector("form, input:not([type=checkbox])"),
        getInitialData: () => ({ number }),
        onDragStart: () => {
          here.current.held(true);
          row.setAttribute("data-dragged", "");
        },
        onDrop: () => {
          here.current.held(false);
          row.removeAttribute("data-dragged");
        },
      });
    }

    list.addEventListener("pointerover", arm);
    list.addEventListener("pointerdown", arm);
    return () => {
      isOver = true;
      list.removeEventListener("pointerover", arm);
      list.removeEventListener("pointerdown", arm);
      mark(null);
      undoRow();
      undoList();
    };
  }, [box, isOn]);
}
