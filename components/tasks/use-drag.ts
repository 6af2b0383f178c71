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

type Point = { clientX: number; clientY: number };

const numberOf = (row: Element | null | undefined) =>
  row instanceof HTMLElement && row.dataset.task ? Number(row.dataset.task) : null;

/** The child of `list` that an element is, or stands in. */
function childOf(list: Element | null, element: Element | null): Element | null {
  if (!list || !element || !list.contains(element)) return null;
  return element.parentElement === list ? element : childOf(list, element.parentElement);
}

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

    function placeAt({ clientX, clientY }: Point, moving: Element) {
      // While something is dragged the topmost element is not always the row. A row goes only where its like stand.
      const siblings = moving.parentElement;
      const child = document
        .elementsFromPoint(clientX, clientY)
        .map((element) => childOf(siblings, element))
        .find((child) => child !== null);
      // Over the parts of a task: right after that task.
      const row = child && numberOf(child) === null ? child.previousElementSibling : child;
      if (!row || row === moving || numberOf(row) === null) return null;
      const { top, height } = row.getBoundingClientRect();
      return { row, edge: clientY < top + height / 2 ? "before" : "after" } as const;
    }

    function listen({ dropTargetForElements }: Dragging) {
      if (!list) return;
      undoList = dropTargetForElements({
        element: list,
        canDrop: ({ source }) => list.contains(source.element),
        onDrag: ({ location, source }) => {
          const { clientY } = location.current.input;
          mark(placeAt(location.current.input, source.element));
          // Near an end of the list it scrolls along.
          const { top, bottom } = list.getBoundingClientRect();
          if (clientY < top + 48) list.scrollTop -= 12;
          if (clientY > bottom - 48) list.scrollTop += 12;
        },
        onDragLeave: () => mark(null),
        onDrop: ({ location, source }) => {
          const at = placeAt(location.current.input, source.element);
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
      // A quick pointer is over the next row before the browser knows that it drags the one it took: that one stays ready.
      if (event.type === "pointerover" && event.buttons !== 0) return;
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
